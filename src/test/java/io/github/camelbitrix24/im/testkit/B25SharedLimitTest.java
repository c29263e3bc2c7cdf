package io.github.camelbitrix24.im.testkit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B25SharedLimitTest extends BotPortalTest {

    @ParameterizedTest
    @ValueSource(ints = { 503, 429 })
    void botsAndUsersFillOneBucket(int status) throws Exception {
        portal.clock().freeze();
        portal.limitRate(RateLimit.STANDARD.withStatus(status));
        for (int i = 0; i < 25; i++) {
            assertEquals(200, ask("imbot.v2.Event.get", "").statusCode());
            assertEquals(200, call(marco, "profile", "{}").statusCode());
        }
        assertError(status, "QUERY_LIMIT_EXCEEDED", "Too many requests", ask("imbot.v2.Event.get", ""));
        assertError(status, "QUERY_LIMIT_EXCEEDED", "Too many requests", call(ilse, "profile", "{}"));
    }

    @Test
    void whatAMethodOfBotsCostsCountsToo() throws Exception {
        portal.assumeOperatingTime("imbot.v2.Event.get", Duration.ofSeconds(421));
        assertEquals(200, ask("imbot.v2.Event.get", "").statusCode());
        assertError(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit.",
                ask("imbot.v2.Event.get", ""));
    }
}
