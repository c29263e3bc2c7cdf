package io.github.camelbitrix24.im;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventViews;
import io.github.camelbitrix24.im.testkit.Draft;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Events that routes store, and bring back later. */
class StoredEventsTest extends RouteTest {

    private static final String EVENT = "bitrix24-im:event";

    @TempDir
    Path folder;

    private final List<Map<String, Object>> before = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> after = new CopyOnWriteArrayList<>();

    /** Headers, and what the event says. */
    private static Map<String, Object> all(Exchange exchange) {
        Map<String, Object> all = new HashMap<>(exchange.getMessage().getHeaders());
        all.keySet().removeIf(header -> !header.startsWith("CamelBitrix24Im") && !header.equals(Exchange.MESSAGE_TIMESTAMP));
        all.remove(Bitrix24ImConstants.OWN);
        all.remove(Bitrix24ImConstants.ATTEMPT);
        all.put("body", EventViews.of(assertInstanceOf(Bitrix24ImEvent.class, exchange.getMessage().getBody())));
        return all;
    }

    private void somethingOfEverything() {
        reader.subscribed();
        long question = portal.user(12).says("chat5", "ready?");
        long answer = portal.user(12).says("chat5", Draft.text("yes \uD83D\uDC4D").replyTo(question));
        portal.user(12).edits(answer, "no").reacts(question, "like").deletes(answer);
        portal.user(13).joins("chat5");
        portal.user(12).says("7", "psst");
        portal.chat("chat5").announces("renamed");
        portal.record(7, "ONIMV2NEW",
                "{\"a\":\"\\ud83d\",\"n\":123456789012345678901234567890,\"user\":[],\"chat\":{\"id\":5.0}}");
        portal.record(7, "ONIMV2MESSAGEADD", "[]");
    }

    private void store(String as, ProcessorDefinition<?> route) throws ClassNotFoundException {
        switch (as) {
            case "String" -> route.convertBodyTo(String.class);
            case "byte[]" -> route.convertBodyTo(byte[].class);
            case "InputStream" -> route.convertBodyTo(InputStream.class);
            case "Map" -> route.convertBodyTo(Map.class);
            case "JsonNode" -> route.convertBodyTo(JsonNode.class);
            default -> throw new IllegalArgumentException(as);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "String", "byte[]", "InputStream", "Map", "JsonNode" })
    void anEventComesBackWithAllItsViewsAndHeaders(String as) throws Exception {
        somethingOfEverything();
        routes(r -> {
            ProcessorDefinition<?> route
                    = r.from("bitrix24-im:events?" + FAST).process(exchange -> before.add(all(exchange)));
            store(as, route);
            route.removeHeaders("*", Bitrix24ImConstants.PORTAL).transformDataType(EVENT)
                    .process(exchange -> after.add(all(exchange)));
        });
        awaitAcknowledged();

        assertEquals(portal.recorded(7).size(), after.size());
        assertEquals(before, after);
    }

    @ParameterizedTest
    @ValueSource(strings = { "String", "byte[]", "InputStream", "Map", "JsonNode" })
    void aRouteConvertsTheBodyBack(String as) throws Exception {
        somethingOfEverything();
        routes(r -> {
            ProcessorDefinition<?> route
                    = r.from("bitrix24-im:events?" + FAST).process(exchange -> before.add(all(exchange)));
            store(as, route);
            route.convertBodyTo(Bitrix24ImEvent.class).process(exchange -> after.add(all(exchange)));
        });
        awaitAcknowledged();

        assertEquals(before, after);
    }

    @Test
    void aFileWithAnEventComesBack() throws Exception {
        somethingOfEverything();
        routes(r -> {
            r.from("bitrix24-im:events?" + FAST).process(exchange -> before.add(all(exchange)))
                    .setHeader(Exchange.FILE_NAME, r.simple("${body.id}.json")).convertBodyTo(String.class)
                    .to("file:" + folder);
            r.from("file:" + folder + "?initialDelay=0&delay=50&sortBy=file:name&readLock=rename")
                    .setHeader(Bitrix24ImConstants.PORTAL, r.constant("127.0.0.1:" + portal.port()))
                    .transformDataType(EVENT).process(exchange -> after.add(all(exchange)));
        });
        await("all files", () -> after.size() == portal.recorded(7).size());

        assertEquals(sorted(before), sorted(after));
    }

    private static List<Map<String, Object>> sorted(List<Map<String, Object>> events) {
        List<Map<String, Object>> sorted = new ArrayList<>(events);
        sorted.sort((one, other) -> Long.compare((Long) one.get(Bitrix24ImConstants.EVENT_ID),
                (Long) other.get(Bitrix24ImConstants.EVENT_ID)));
        return sorted;
    }

    @Test
    void whatWasPostedForAnEventIsNotPostedAgainWhenItComesBack() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        List<String> stored = new CopyOnWriteArrayList<>();
        routes(r -> {
            r.from("bitrix24-im:events?eventTypes=messageAdd&includeOwn=false&" + FAST)
                    .process(exchange -> stored.add(exchange.getMessage().getBody(String.class))).to("direct:answer");
            r.from("direct:replay").setHeader(Bitrix24ImConstants.PORTAL, r.constant("127.0.0.1:" + portal.port()))
                    .transformDataType(EVENT).to("direct:answer");
            r.from("direct:answer").routeId("answer").setBody(r.constant("hi")).to("bitrix24-im:send");
        });
        await("the answer", () -> portal.sent().size() == 1);
        awaitAcknowledged();

        Object first = context.createProducerTemplate().requestBody("direct:replay", stored.get(0));

        assertEquals(portal.sent().get(0).id(), first);
        assertEquals(1, portal.sent().size());
    }

    @Test
    void whatAnotherEventLeftDoesNotStay() throws Exception {
        routes(r -> r.from("direct:in").transformDataType(EVENT).process(exchange -> after.add(all(exchange))));
        context.createProducerTemplate().sendBodyAndHeaders("direct:in", "{\"eventId\":5}", Map.of(
                Bitrix24ImConstants.MESSAGE_ID, 77L, Bitrix24ImConstants.SENDER, "staff", Exchange.MESSAGE_TIMESTAMP, 1L));

        assertEquals(Map.of(Bitrix24ImConstants.EVENT_ID, 5L, "body", EventViews.of(Bitrix24ImEvent.of("{\"eventId\":5}"))),
                after.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "convert", "transform" })
    void nonsenseIsRefusedAndSaidWhatIsExpected(String how) throws Exception {
        RouteBuilder.addRoutes(context, r -> {
            r.from("direct:convert").convertBodyTo(Bitrix24ImEvent.class);
            r.from("direct:transform").transformDataType(EVENT);
        });
        context.start();
        for (Object nonsense : new Object[] {
                "hello", "", "{\"id\":5}", "[]", new byte[0], Map.of("id", 5), new File(folder.toFile(), "missing.json") }) {
            Exchange exchange = context.createProducerTemplate().request("direct:" + how,
                    e -> e.getMessage().setBody(nonsense));

            String why = exchange.getException().getMessage();
            assertTrue(why.contains(nonsense instanceof File ? "missing.json" : "a whole number in the field eventId"), why);
            assertEquals(how.equals("transform"), why.startsWith("The data type " + EVENT + " is made from the JSON"), why);
        }
    }

    @Test
    void nothingIsNoEvent() throws Exception {
        routes(r -> r.from("direct:in").transformDataType(EVENT));
        Exchange exchange = context.createProducerTemplate().request("direct:in", e -> e.getMessage().setBody(null));

        assertTrue(exchange.getException().getMessage().startsWith("The data type " + EVENT),
                exchange.getException()::getMessage);
        assertFalse(context.getRoutes().isEmpty());
    }
}
