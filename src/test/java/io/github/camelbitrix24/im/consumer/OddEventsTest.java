package io.github.camelbitrix24.im.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.rest.AlteringProxy;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Events of any shape are delivered, can be looked at, and are acknowledged; none holds up the others. */
class OddEventsTest extends PollTest {

    private final List<Bitrix24ImEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> looks = new CopyOnWriteArrayList<>();

    private void start(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND + options).routeId("events")
                .process(e -> events.add(e.getMessage().getBody(Bitrix24ImEvent.class)))
                .setHeader("look", r.simple("${body.message.text}|${body.chat.dialogId}|${body.user.name}|${body.data}"))
                .process(e -> looks.add(e.getMessage().getHeader("look", String.class)))
                .process(e -> note(e)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "[]", "null", "17", "true", "{\"message\":[],\"chat\":{\"id\":5},\"user\":false}",
            "{\"message\":{\"id\":1},\"chat\":null,\"user\":[]}", "{\"message\":\"x\",\"chat\":5,\"user\":{\"id\":7}}",
            "{\"message\":{\"text\":null,\"params\":[],\"date\":\"soon\"}}", "[{\"message\":{}},2]",
            "{\"chat\":{\"id\":9223372036854775807},\"user\":{\"id\":\"9223372036854775807\"}}",
            "{\"message\":{\"id\":123456789012345678}}", "{\"a\":1,\"a\":2,\"\":{\"\":[]}}" })
    void oddDataIsDeliveredBetweenItsNeighbours(String data) throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"before\"}}");
        portal.record(7, "ONIMV2MESSAGEADD", data);
        portal.record(7, "ONIMV2SOMETHING", data);
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"after\"}}");
        start("");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
        assertEquals(4, looks.size());
        assertTrue(events.get(1).getJson().endsWith("\"data\":" + data + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "+999999999-12-31T23:59:59-18:00", "-999999999-01-01T00:00:00+18:00", "+292278995-01-01T00:00:00Z",
            "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00", "soon", "" })
    void aFarDateHoldsUpNobody(String date) throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"before\"}}");
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"far\"}}");
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"after\"}}");
        long far = portal.recorded(7).get(1);
        try (AlteringProxy proxy = new AlteringProxy(
                portal.url(), page -> page.replaceAll(
                        "(\"eventId\":" + far + ",\"type\":\"[A-Z0-9]*\",\"date\":\")[^\"]*",
                        "$1" + Matcher.quoteReplacement(date)))) {
            context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration()
                    .setCredentials(new WebhookCredentials(reader.webhook().replace(portal.url(), proxy.url())));
            start("");

            pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

            assertEquals(portal.recorded(7), seen);
            assertEquals(date, events.get(1).getDateText());
            context.stop();
        }
    }

    @Test
    void longTextsAndDeepListsAreDeliveredAsTheyAre() throws Exception {
        String text = "ж".repeat(20_000);
        String deep = "[".repeat(200) + "]".repeat(200);
        portal.user(7).subscribed();
        portal.user(12).says("chat5", text);
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"x\",\"params\":{\"deep\":" + deep + "}}}");
        start("");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(text, events.get(0).getMessage().getText());
        assertEquals("x", events.get(1).getMessage().getText());
        assertTrue(events.get(1).getJson().contains(deep));
    }

    @Test
    void idsUpToTheLastButOneAreAcknowledged() throws Exception {
        for (long id = Long.MAX_VALUE - 3; id < Long.MAX_VALUE; id++) {
            portal.record(7, id, "NEW", "{}");
        }
        start("&limit=2");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
        assertSafeOffsets();
    }

    @Test
    void theVeryLastIdIsDeliveredOnceAndNoNegativeOffsetIsSent() throws Exception {
        portal.record(7, 41, "NEW", "{}");
        portal.record(7, Long.MAX_VALUE, "NEW", "{}");
        start("");
        pollUntil("both", () -> seen.size() == 2);
        pollUntil("the first acknowledged", () -> portal.pending(7).equals(List.of(Long.MAX_VALUE)));
        for (int i = 0; i < 20; i++) {
            hand.runNext();
        }

        context.stop();

        assertEquals(List.of(41L, Long.MAX_VALUE), seen);
        assertSafeOffsets();
    }

    @Test
    void idsThatComeAsTextsAreIds() throws Exception {
        portal.fail("im.v2.Event.get", Fault.rewritten("\"eventId\":([0-9]+)", "\"eventId\":\"$1\""), 100);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            texts.add("text " + i);
            portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"id\":\"" + i + "\",\"text\":\"text " + i + "\"}}");
        }
        start("");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
        assertEquals(texts, events.stream().map(event -> event.getMessage().getText()).toList());
    }

    @Test
    void aNullForNextOffsetDoesNotMatter() throws Exception {
        portal.fail("im.v2.Event.get", Fault.nullNextOffset(), 100);
        portal.record(7, "NEW", "{}");
        start("");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void anUnsortedPageWithADuplicateIsDeliveredInOrderAndOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            portal.record(7, "NEW", "{}");
        }
        portal.fail("im.v2.Event.get", Fault.answer(200, "application/json",
                "{\"result\":{\"events\":[{\"eventId\":3},{\"eventId\":1},{\"eventId\":2},{\"eventId\":2}],\"hasMore\":false}}"));
        start("");
        hand.runNext();
        await("three events", () -> seen.size() == 3);

        assertEquals(List.of(1L, 2L, 3L), seen);
    }

    private void assertSafeOffsets() {
        Stream<Long> offsets = portal.calls("im.v2.Event.get").stream().map(get -> ((Number) get.param("offset")).longValue());
        assertTrue(offsets.allMatch(offset -> offset >= 1), portal::describe);
        assertEquals(List.of(), portal.lost(7));
    }
}
