package io.github.camelbitrix24.im.bot;

import java.util.Map;

import org.apache.camel.Endpoint;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the options of bots say, and what they do not show. */
class BotOptionsTest extends BotTest {

    private static final String IN_URI = "t0ken-in-a-uri";

    private String refused(String uri) {
        return assertThrows(ResolveEndpointFailedException.class, () -> context.getEndpoint(uri)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "token=" + IN_URI, "token=RAW(" + IN_URI + ")", "Token=" + IN_URI, "configuration.token=" + IN_URI })
    void aTokenInAUriIsMasked(String option) {
        Endpoint endpoint = context.getEndpoint("bitrix24-im:send?dialogId=chat5&bot=front_desk&" + option);

        assertFalse(endpoint.getEndpointUri().contains(IN_URI), endpoint.getEndpointUri());
        assertFalse(endpoint.toString().contains(IN_URI), endpoint.toString());
        assertFalse(refused("bitrix24-im:send?limit=0&bot=front_desk&" + option).contains(IN_URI));
    }

    @ParameterizedTest
    @CsvSource({
            "events?botType=robot, Option botType must be one of bot",
            "typing?status=recordingVoice, Option status must be one of",
            "events?bot=&userEvents=true, Option userEvents adds",
            "stream?editInterval=0, Option editInterval must be a time" })
    void whatCannotBeIsRefusedByName(String uri, String why) {
        String refused = refused("bitrix24-im:" + uri);

        assertTrue(refused.contains(why), refused);
    }

    @Test
    void anotherBotOfTheSameTokenNeedsItsCodeOnly() throws Exception {
        startPolling("");
        result("bitrix24-im:send?bot=second_desk&dialogId=12", "hello", Map.of());

        assertEquals(2, portal.bots().size());
        assertEquals(TOKEN, portal.bot("second_desk").token());
    }
}
