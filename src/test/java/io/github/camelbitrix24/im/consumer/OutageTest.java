package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Times in which the portal is not there, or does not do as it was asked. */
class OutageTest extends PollTest {

    @Test
    void aSubscriptionThatIsNotConfirmedIsTriedAgain() throws Exception {
        portal.fail("im.v2.Event.subscribe", Fault.answer(200, "application/json", "{\"result\":[]}"));
        startNoting("");
        hand.runNext();
        assertFalse(portal.subscribed(7));

        hand.runNext();

        assertTrue(portal.subscribed(7));
    }

    @Test
    void whileThePortalIsDownPausesGrowToAMinute() throws Exception {
        startNoting("&connectTimeout=500");
        hand.runNext();
        try (AutoCloseable outage = portal.outage()) {
            for (int polls = 0; polls < 12; polls++) {
                hand.runNext();
            }
            assertTrue(hand.pause().toSeconds() >= 48 && hand.pause().toSeconds() <= 72, hand.pause()::toString);
            assertEquals(12, log.ownMessages().size());
        }
        portal.user(12).says("chat5", "hello");

        pollUntil("one event", () -> seen.size() == 1);

        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void theConsumersOwnSchedulerComesBackByItself() throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + FAST).process(e -> note(e)));
        portal.await(p -> p.subscribed(7), SOON);
        portal.fail("im.v2.Event.get", Fault.html(502));
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();

        assertEquals(portal.recorded(7), seen);
        assertTrue(portal.calls("im.v2.Event.get").stream().anyMatch(call -> call.status() == 502), portal::describe);
    }

    @Test
    void aPortalThatIsNotThereAtStartIsWaitedFor() throws Exception {
        try (AutoCloseable outage = portal.outage()) {
            startNoting("&connectTimeout=500");
            hand.runNext();
            assertTrue(onlyMessage().getFormattedMessage().contains("no answer from 127.0.0.1:" + portal.port()));
        }

        pollUntil("subscribed", () -> portal.subscribed(7));
        portal.user(12).says("chat5", "hello");
        pollUntil("one event", () -> seen.size() == 1);

        assertEquals(portal.recorded(7), seen);
    }
}
