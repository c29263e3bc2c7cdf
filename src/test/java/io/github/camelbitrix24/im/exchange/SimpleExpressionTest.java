package io.github.camelbitrix24.im.exchange;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What routes write in Camel's simple language, on an endpoint without options.
 */
class SimpleExpressionTest extends RouteTest {

    @Test
    void theViewsOfAnEventCanBeReadInSimple() throws Exception {
        portal.clock().freezeAt(Instant.parse("2026-08-21T11:05:03Z"));
        MockEndpoint lines = getMockEndpoint("mock:lines");
        lines.expectedMessageCount(1);
        yaml("""
                - route:
                    from:
                      uri: bitrix24-im:events
                      parameters:
                        initialDelay: 0
                        settleTime: 0
                      steps:
                        - setBody:
                            simple:
                              expression: "${body.message.text}|${body.message.id}|${body.message.date.hour}|\\
                                ${body.chat.dialogId}|${body.chat.name}|${body.chat.private}|${body.user.name}|\\
                                ${body.user.id}|${body.type}|${body.message.system}|${body.date.dayOfMonth}"
                        - to:
                            uri: mock:lines
                """);
        portal.await(p -> p.subscribed(7), SOON);
        portal.chat("chat5").named("Legal desk");
        long message = portal.user(12).named("Marco Silva").says("chat5", "Привет & <b>");

        lines.setResultWaitTime(SOON.toMillis());
        lines.assertIsSatisfied();
        assertEquals("Привет & <b>|" + message + "|14|chat5|Legal desk|false|Marco Silva|12|ONIMV2MESSAGEADD|false|21",
                lines.getReceivedExchanges().get(0).getMessage().getBody(String.class));
    }

    @Test
    void convertersGiveTheEventAsItCame() throws Exception {
        List<Object> bodies = new CopyOnWriteArrayList<>();
        routes(r -> r.from("bitrix24-im:events?" + FAST).process(e -> {
            bodies.add(e.getMessage().getBody(String.class));
            bodies.add(e.getMessage().getBody(byte[].class).length);
            bodies.add(e.getMessage().getBody(InputStream.class).readAllBytes().length);
            bodies.add(e.getMessage().getBody(Map.class).get("type"));
            bodies.add(e.getMessage().getBody(JsonNode.class).path("eventId").asLong());
        }));
        portal.await(p -> p.subscribed(7), SOON);
        long id = portal.record(7, "ONIMV2WEIRD", "{\"a\":[1,{\"b\":\"ü\"}]}");

        await("all bodies", () -> bodies.size() == 5);
        int length = ((String) bodies.get(0)).getBytes(StandardCharsets.UTF_8).length;
        assertEquals(true, ((String) bodies.get(0)).contains("\"data\":{\"a\":[1,{\"b\":\"ü\"}]}"));
        assertEquals(List.of(length, length, "ONIMV2WEIRD", id), bodies.subList(1, 5));
    }
}
