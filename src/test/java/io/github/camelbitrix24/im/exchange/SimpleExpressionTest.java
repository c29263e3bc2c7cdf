package io.github.camelbitrix24.im.exchange;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What routes write in Camel's simple language, on an endpoint without options.
 */
class SimpleExpressionTest extends RouteTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void theViewsOfAnEventCanBeReadInSimple() throws Exception {
        portal.clock().freezeAt(Instant.parse("2026-08-21T11:05:03Z"));
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bitrix24-im:events")
                        .setBody(
                                simple("${body.message.text}|${body.message.id}|${body.message.date.hour}|${body.chat.dialogId}"
                                       + "|${body.chat.name}|${body.chat.private}|${body.user.name}|${body.user.id}|${body.type}"
                                       + "|${body.message.system}|${body.date.dayOfMonth}"))
                        .process(e -> lines.add(e.getMessage().getBody(String.class)));
            }
        });
        portal.await(p -> p.subscribed(7), SOON);
        portal.chat("chat5").named("Legal desk");
        long message = portal.user(12).named("Marco Silva").says("chat5", "Привет & <b>");

        await("one line", () -> lines.size() == 1);
        assertEquals("Привет & <b>|" + message + "|14|chat5|Legal desk|false|Marco Silva|12|ONIMV2MESSAGEADD|false|21",
                lines.get(0));
    }

    @Test
    void convertersGiveTheEventAsItCame() throws Exception {
        List<Object> bodies = new CopyOnWriteArrayList<>();
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bitrix24-im:events?" + FAST).process(e -> {
                    bodies.add(e.getMessage().getBody(String.class));
                    bodies.add(e.getMessage().getBody(byte[].class).length);
                    bodies.add(e.getMessage().getBody(InputStream.class).readAllBytes().length);
                    bodies.add(e.getMessage().getBody(Map.class).get("type"));
                    bodies.add(e.getMessage().getBody(JsonNode.class).path("eventId").asLong());
                });
            }
        });
        portal.await(p -> p.subscribed(7), SOON);
        long id = portal.record(7, "ONIMV2WEIRD", "{\"a\":[1,{\"b\":\"ü\"}]}");

        await("all bodies", () -> bodies.size() == 5);
        int length = ((String) bodies.get(0)).getBytes(StandardCharsets.UTF_8).length;
        assertEquals(true, ((String) bodies.get(0)).contains("\"data\":{\"a\":[1,{\"b\":\"ü\"}]}"));
        assertEquals(List.of(length, length, "ONIMV2WEIRD", id), bodies.subList(1, 5));
    }
}
