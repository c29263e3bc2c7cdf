package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.testkit.Behaviour.Hosting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E11LimitsTest extends PortalTest {

    private static final String BLOCKED = "Method is blocked due to operation time limit.";

    @BeforeEach
    void freeze() {
        portal.clock().freezeAt(Instant.parse("2026-08-21T12:00:00Z"));
    }

    private JsonNode time(String method) throws Exception {
        return json(call(ilse, method, "{}").body()).get("time");
    }

    private void assertPassing(int expected) throws Exception {
        for (int i = 0; i < expected; i++) {
            assertEquals(200, call(ilse, GET, "{}").statusCode());
        }
        assertError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests", call(ilse, GET, "{}"));
    }

    @Test
    void fiftyRequestsFitAndTwoLeakASecond() throws Exception {
        portal.limitRate(RateLimit.STANDARD);
        assertPassing(50);
        portal.clock().advance(Duration.ofSeconds(3));
        assertPassing(6);
        portal.clock().advance(Duration.ofMinutes(5));
        assertPassing(50);
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 1, 100, 137, 249 })
    void whatHasLeakedAfterExactlyASecondFits(long millisBetween) throws Exception {
        portal.limitRate(new RateLimit(5, 1, 503));
        for (int i = 0; i < 5; i++) {
            assertEquals(200, call(ilse, GET, "{}").statusCode());
            portal.clock().advance(Duration.ofMillis(i < 4 ? millisBetween : 1000 - 4 * millisBetween));
        }
        assertPassing(1);
    }

    @Test
    void theEnterprisePlanHasMore() throws Exception {
        portal.limitRate(RateLimit.ENTERPRISE);
        assertPassing(250);
        portal.clock().advance(Duration.ofSeconds(1));
        assertPassing(5);
    }

    @Test
    void theStatusMayBe429() throws Exception {
        portal.limitRate(new RateLimit(1, 1, 503).withStatus(429));
        call(ilse, GET, "{}");
        assertError(429, "QUERY_LIMIT_EXCEEDED", "Too many requests", call(marco, "profile", "{}"));
    }

    @Test
    void theCallThatCrossesTheOperatingLimitCompletes() throws Exception {
        portal.assumeOperatingTime(GET, Duration.ofSeconds(250));
        assertEquals(250, time(GET).get("operating").doubleValue(), 0.5);
        assertEquals(500, time(GET).get("operating").doubleValue(), 0.5);
        assertError(429, "OPERATION_TIME_LIMIT", BLOCKED, call(ilse, GET, "{}"));
        assertEquals(200, call(marco, GET, "{}").statusCode());
        assertEquals(200, call(ilse, "profile", "{}").statusCode());
    }

    @Test
    void theWindowOfTenMinutesSlides() throws Exception {
        portal.assumeOperatingTime(GET, Duration.ofSeconds(421));
        assertEquals(portal.clock().now().getEpochSecond() + 600, time(GET).get("operating_reset_at").longValue());
        portal.clock().advance(Duration.ofSeconds(599));
        assertError(429, "OPERATION_TIME_LIMIT", BLOCKED, call(ilse, GET, "{}"));
        portal.clock().advance(Duration.ofSeconds(1));
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    @Test
    void theLimitIsTheInnerMethodsNotTheBatchs() throws Exception {
        portal.limitOperatingTime(Duration.ofSeconds(1)).assumeOperatingTime(GET, Duration.ofSeconds(2));
        String batch = "{\"cmd\":{\"a\":\"im.v2.Event.get\",\"b\":\"im.v2.Event.get\"}}";
        assertEquals("OPERATION_TIME_LIMIT", result(ilse, "batch", batch).at("/result_error/b/error").textValue());
        assertEquals(200, call(ilse, "batch", batch).statusCode());
    }

    @Test
    void shortCallsDoNotCount() throws Exception {
        assertEquals("0", time(GET).get("operating").toString());
    }

    @Test
    void timeIsWrittenAsTheSourceDoes() throws Exception {
        portal.assumeOperatingTime(GET, Duration.ofMillis(541));
        JsonNode time = time(GET);
        assertTrue(time.get("start").isIntegralNumber());
        assertTrue(time.get("processing").isIntegralNumber());
        assertTrue(time.get("duration").doubleValue() >= 0.541);
        assertEquals("2026-08-21T15:00:00+03:00", time.get("date_start").textValue());
    }

    @Test
    void aPortalOfOnesOwnHasNoLimit() throws Exception {
        portal.behave(Hosting.SELF_HOSTED).assumeOperatingTime(GET, Duration.ofHours(1));
        assertFalse(time(GET).has("operating"));
        assertFalse(time(GET).has("operating_reset_at"));
    }
}
