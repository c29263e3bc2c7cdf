package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.Bitrix24ImLoopEvent;
import io.github.camelbitrix24.im.Bitrix24ImLoopException;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LoopGuardTest extends ConversationTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat5&maxRepliesPerDialog=3";

    private final List<Bitrix24ImLoopEvent> told = new CopyOnWriteArrayList<>();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof Bitrix24ImLoopEvent loop) {
                    told.add(loop);
                }
            }
        });
    }

    @Test
    void oneMoreThanAllowedFailsAndIsToldOnce() {
        for (int i = 0; i < 3; i++) {
            result(SEND, "m" + i, Map.of());
        }
        Exception why = send(SEND, "m3", Map.of()).getException();
        Exception again = send(SEND, "m4", Map.of()).getException();

        assertEquals(3, assertInstanceOf(Bitrix24ImLoopException.class, why).getLimit());
        assertInstanceOf(Bitrix24ImLoopException.class, again);
        assertTrue(why.getMessage().contains("maxRepliesPerDialog") && why.getMessage().contains("chat5"), why.getMessage());
        assertEquals(1, told.size());
        assertEquals("chat5", told.get(0).getDialogId());
        assertEquals(List.of("m0", "m1", "m2"), texts("chat5"));
        result("bitrix24-im:send?dialogId=12&maxRepliesPerDialog=3", "another dialog", Map.of());
        result("bitrix24-im:send?dialogId=chat5", "no limit", Map.of());
    }

    @Test
    void twoMachinesThatAnswerEachOtherStop() throws Exception {
        reader.subscribed();
        portal.user(12).subscribed();
        context.getRegistry().bind("other", new WebhookCredentials(portal.user(12).webhook()));
        routes(r -> {
            for (String user : List.of("reader", "other")) {
                r.from("bitrix24-im:events?includeOwn=false&credentials=#" + user + "&" + FAST).routeId(user)
                        .onException(Bitrix24ImLoopException.class).process(e -> failures.add(
                                e.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)))
                        .end()
                        .setBody(r.simple("${body.message.text}!"))
                        .to("bitrix24-im:send?maxRepliesPerDialog=5&credentials=#" + user)
                        .process(this::note);
            }
        });
        portal.user(12).says("chat5", "go");
        await("the loop has ended", () -> !failures.isEmpty() && portal.pending(7).isEmpty() && portal.pending(12).isEmpty());

        assertEquals(10, portal.sent().size());
        assertEquals(1, failures.size());
        assertEquals(1, told.size());
        assertEquals("reader", told.get(0).getRouteId());
        assertEquals(10, seen.size(), "the route of what is not posted ends there");
    }
}
