package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E14CompanionMethodsTest extends PortalTest {

    @Test
    void theProfileHasItsIdAsAString() throws Exception {
        JsonNode profile = result(ilse.admin(), "profile", "{}");
        assertEquals("\"7\"", profile.get("ID").toString());
        assertEquals(true, profile.get("ADMIN").booleanValue());
        assertEquals("Brandt", profile.get("LAST_NAME").textValue());
    }

    @Test
    void appInfoOfAWebhookIsShort() throws Exception {
        assertEquals("{\"SCOPE\":[\"im\"],\"LICENSE\":\"en_company\"}", result(ilse, "app.info", "{}").toString());
    }

    @Test
    void serverTimeIsThePortals() throws Exception {
        portal.clock().freezeAt(Instant.parse("2026-08-21T11:05:06Z"));
        assertEquals("2026-08-21T14:05:06+03:00", result(ilse, "server.time", "{}").textValue());
    }

    @Test
    void methodGetTellsWhatThereIs() throws Exception {
        assertEquals("{\"isExisting\":true,\"isAvailable\":true}",
                result(ilse, "method.get", "{\"name\":\"im.v2.Event.get\"}").toString());
        assertEquals("{\"isExisting\":true,\"isAvailable\":false}",
                result(ilse.scopes("crm"), "method.get", "{\"name\":\"im.v2.Event.get\"}").toString());
        assertEquals("{\"isExisting\":false,\"isAvailable\":false}",
                result(ilse, "method.get", "{\"name\":\"im.v2.event.get\"}").toString());
    }

    @Test
    void historyComesNewestFirst() throws Exception {
        List<Long> said = IntStream.range(0, 3).mapToObj(i -> marco.says("chat5", "line " + i)).toList();
        JsonNode newest = result(ilse, "im.dialog.messages.get", "{\"DIALOG_ID\":\"chat5\",\"LIMIT\":2}");
        assertEquals(5, newest.get("chat_id").intValue());
        assertEquals(List.of(said.get(2), said.get(1)), messageIds(newest));
        assertEquals(List.of(said.get(0)),
                messageIds(
                        result(ilse, "im.dialog.messages.get", "{\"DIALOG_ID\":\"chat5\",\"LAST_ID\":" + said.get(1) + "}")));
        assertEquals(said, messageIds(result(ilse, "im.dialog.messages.get", "{\"DIALOG_ID\":\"chat5\",\"FIRST_ID\":0}")));
    }

    private static List<Long> messageIds(JsonNode result) {
        return StreamSupport.stream(result.get("messages").spliterator(), false).map(message -> message.get("id").longValue())
                .toList();
    }

    @Test
    void aBatchKeepsErrorsInside() throws Exception {
        portal.chat("chat5");
        JsonNode batch = result(ilse, "batch", """
                {"cmd":{"me":"profile","no":"im.nothing","say":"im.message.add?DIALOG_ID=chat5&MESSAGE=I+am+$result[me][ID]",
                "again":"batch"}}""");
        assertEquals("7", batch.at("/result/me/ID").textValue());
        assertEquals("ERROR_METHOD_NOT_FOUND", batch.at("/result_error/no/error").textValue());
        assertEquals("ERROR_BATCH_METHOD_NOT_ALLOWED", batch.at("/result_error/again/error").textValue());
        assertEquals("I am 7", portal.sent().get(0).text());
        assertEquals("[]", batch.get("result_total").toString());
        assertTrue(batch.at("/result_time/me/duration").isNumber());
    }

    @Test
    void aBatchMayHaltAtTheFirstError() throws Exception {
        JsonNode batch = result(ilse, "batch", "{\"halt\":1,\"cmd\":{\"a\":\"im.nothing\",\"b\":\"profile\"}}");
        assertEquals("[]", batch.get("result").toString());
        assertEquals(1, batch.get("result_error").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\"halt\":true", "\"halt\":\"1\"", "\"halt\":\"N\"", "\"HALT\":\"false\"", "\"Halt\":2", "\"halt\":[0]" })
    void whateverCountsAsTrueHalts(String halt) throws Exception {
        JsonNode batch = result(ilse, "batch", "{" + halt + ",\"CMD\":[\"nothing\",\"profile\"]}");
        assertEquals(List.of(0, 1), List.of(batch.get("result").size(), batch.get("result_error").size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\"halt\":false", "\"halt\":\"0\"", "\"halt\":\"\"", "\"halt\":null", "\"halt\":0", "\"halt\":[]" })
    void whateverCountsAsFalseDoesNot(String halt) throws Exception {
        JsonNode batch = result(ilse, "batch", "{" + halt + ",\"CMD\":[\"nothing\",\"profile\"]}");
        assertEquals(List.of(1, 1), List.of(batch.get("result").size(), batch.get("result_error").size()));
    }

    @Test
    void aCommandThatIsNoTextIsSkipped() throws Exception {
        JsonNode batch = result(ilse, "batch", "{\"cmd\":{\"a\":null,\"b\":\"profile\",\"c\":5,\"d\":{\"e\":\"profile\"}}}");
        assertEquals("{\"b\":", batch.get("result").toString().substring(0, 5));
        assertEquals(1, batch.get("result").size());
        assertEquals("[]", batch.get("result_error").toString());
    }

    @Test
    void aBatchOfListedCommandsAnswersWithLists() throws Exception {
        JsonNode batch = result(ilse, "batch", "{\"cmd\":[\"server.time\",\"im.v2.Event.get?limit=5\"]}");
        assertTrue(batch.get("result").isArray());
        assertEquals("[]", batch.get("result_error").toString());
        assertEquals(0, batch.at("/result/1/nextOffset").intValue());
    }

    @Test
    void aBatchRunsFiftyCommands() throws Exception {
        String commands
                = IntStream.range(0, 52).mapToObj(i -> "\"k" + i + "\":\"server.time\"").collect(Collectors.joining(","));
        JsonNode batch = result(ilse, "batch", "{\"cmd\":{" + commands + "}}");
        assertEquals(50, batch.get("result").size());
        assertEquals("ERROR_BATCH_LENGTH_EXCEEDED", batch.at("/result_error/k51/error").textValue());
    }
}
