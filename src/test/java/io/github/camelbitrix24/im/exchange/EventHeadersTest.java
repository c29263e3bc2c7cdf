package io.github.camelbitrix24.im.exchange;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.testkit.Draft;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The headers of an event, and that there are no others. */
class EventHeadersTest extends PollTest {

    private static final Instant NOW = Instant.parse("2026-08-21T11:05:03Z");

    private MockEndpoint events;

    @BeforeEach
    void listen() throws Exception {
        portal.clock().freezeAt(NOW);
        reader.subscribed();
        events = getMockEndpoint("mock:events");
        events.allMessages().body().isInstanceOf(Bitrix24ImEvent.class);
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND).routeId("events").to(events));
    }

    @Test
    void aMessageThatWasWritten() {
        long message = portal.user(12).says("chat5", "hello");

        assertHeaders("ONIMV2MESSAGEADD",
                Map.of("EventKind", "messageAdd", "ChatId", 5L, "DialogId", "chat5", "MessageId", message,
                        "UserId", 12L, "Sender", "staff"));
    }

    @Test
    void aMessageThatWasChanged() {
        long message = portal.user(12).says("chat5", "hello");
        portal.user(12).edits(message, "hello all");

        assertHeaders("ONIMV2MESSAGEUPDATE",
                Map.of("EventKind", "messageUpdate", "ChatId", 5L, "DialogId", "chat5", "MessageId",
                        message, "UserId", 12L, "Sender", "staff"));
    }

    @Test
    void aMessageThatWasDeletedNamesItsAuthor() {
        long message = portal.user(12).says("chat5", "hello");
        reader.deletes(message);

        assertHeaders("ONIMV2MESSAGEDELETE",
                Map.of("EventKind", "messageDelete", "ChatId", 5L, "DialogId", "chat5", "MessageId",
                        message, "UserId", 12L, "Sender", "staff"));
    }

    @Test
    void aReactionNamesWhoReactedAndNotTheAuthor() {
        portal.chat("chat5").members(7, 12, 13);
        long message = portal.user(12).says("chat5", "hello");
        portal.user(13).reacts(message, "like");

        assertHeaders("ONIMV2REACTIONCHANGE",
                Map.of("EventKind", "reactionChange", "ChatId", 5L, "DialogId", "chat5", "MessageId",
                        message, "UserId", 13L, "Sender", "staff"));
    }

    @Test
    void someoneWhoJoinedIsNamedAndNoMessage() {
        portal.user(13).joins("chat5");

        assertHeaders("ONIMV2JOINCHAT",
                Map.of("EventKind", "join", "ChatId", 5L, "DialogId", "chat5", "UserId", 13L, "Sender", "staff"));
    }

    @Test
    void aPrivateMessageNamesTheOtherPersonAsTheDialog() {
        long message = portal.user(12).says("7", "psst");
        pollUntil("one event", () -> events.getReceivedCounter() == 1);

        assertEquals("12", headers(1).get(Bitrix24ImConstants.DIALOG_ID));
        assertEquals(message, headers(1).get(Bitrix24ImConstants.MESSAGE_ID));
    }

    @Test
    void aSystemMessageHasNobodyForItsAuthor() {
        long message = portal.user(12).says("chat5", Draft.text("renamed").asSystem());

        assertHeaders("ONIMV2MESSAGEADD",
                Map.of("EventKind", "messageAdd", "ChatId", 5L, "DialogId", "chat5", "MessageId", message,
                        "UserId", 0L, "Sender", "system"));
    }

    @Test
    void anUnknownEventHasWhatItSays() {
        portal.record(7, "ONIMV2SOMETHING", "{\"CamelHttpUri\":\"x\",\"eventId\":99,\"chat\":{\"id\":\"6\"},\"user\":false}");

        assertHeaders("ONIMV2SOMETHING", Map.of("EventKind", "ONIMV2SOMETHING", "ChatId", 6L));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"message\":{\"id\":77,\"author_id\":12,\"chat_id\":5}}",
            "{\"message\":{\"id\":\"77\",\"author_id\":\"12\",\"chat_id\":\"5\"}}",
            "{\"message\":{\"id\":77.0,\"authorId\":null,\"author_id\":12,\"chatId\":false,\"chat_id\":5}}",
            "{\"message\":{\"id\":\" 77 \",\"authorId\":\" 12\",\"chatId\":\"05\"}}" })
    void numbersOfAMessageAreFoundInEitherSpellingAndHoweverTheyAreWritten(String data) {
        portal.record(7, "ONIMV2MESSAGEADD", data);

        assertHeaders("ONIMV2MESSAGEADD", Map.of("EventKind", "messageAdd", "ChatId", 5L, "MessageId", 77L, "UserId", 12L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "null", "{}", "\"text\"", "[[1]]" })
    void anEventWithoutContentHasOnlyWhatThePortalAddsToAll(String data) {
        portal.record(7, "ONIMV2MESSAGEADD", data);

        assertHeaders("ONIMV2MESSAGEADD", Map.of("EventKind", "messageAdd"));
    }

    /** The last event's headers: these, and those that every event has. */
    private void assertHeaders(String type, Map<String, Object> particular) {
        int recorded = portal.recorded(7).size();
        pollUntil("all events", () -> events.getReceivedCounter() == recorded);
        Map<String, Object> expected = new HashMap<>();
        particular.forEach((name, value) -> expected.put("CamelBitrix24Im" + name, value));
        expected.put("CamelBitrix24ImEventId", portal.recorded(7).get(recorded - 1));
        expected.put("CamelBitrix24ImEventType", type);
        expected.put("CamelBitrix24ImEventDate", OffsetDateTime.parse("2026-08-21T14:05:03+03:00"));
        expected.put("CamelBitrix24ImPortal", "127.0.0.1:" + portal.port());
        expected.put("CamelBitrix24ImOwn", false);
        expected.put("CamelBitrix24ImAttempt", 1);
        expected.put(Exchange.MESSAGE_TIMESTAMP, NOW.toEpochMilli());
        assertEquals(expected, headers(recorded));
    }

    private Map<String, Object> headers(int nth) {
        events.expectedMessageCount(nth);
        try {
            events.assertIsSatisfied();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return events.getReceivedExchanges().get(nth - 1).getMessage().getHeaders();
    }
}
