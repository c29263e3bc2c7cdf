package io.github.camelbitrix24.im.routes;

import java.util.List;

import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SubscribeRouteTest extends ShippedRoutes {

    @Test
    void subscribesOnceAtStart() throws Exception {
        start("subscribe");
        log.await("subscribe", 1, SOON);

        assertTrue(portal.subscribed(7));
        assertEquals(1, portal.calls("im.v2.Event.subscribe").size());
        assertEquals(List.of("Subscribed: true"), log.of("subscribe"));
    }

    @Test
    void asksAgainUntilThePortalAnswers() throws Exception {
        property("subscribe.retry-delay", "10");
        portal.fail("im.v2.Event.subscribe", Fault.html(503), 2);
        start("subscribe");

        log.await("subscribe", 1, SOON);
        assertEquals(3, portal.calls("im.v2.Event.subscribe").size());
        assertTrue(portal.subscribed(7));
    }

    @Test
    void aPortalThatDoesNotAnswerDoesNotHoldUpTheStop() {
        portal.fail("im.v2.Event.subscribe", Fault.html(503), 1000);
        start("subscribe");
        portal.await(p -> !p.calls("im.v2.Event.subscribe").isEmpty(), SOON);

        assertTimeout(SOON, this::stop);
    }
}
