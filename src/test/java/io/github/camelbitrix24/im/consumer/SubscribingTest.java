package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.PollTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When a consumer tells the portal to record events: at its start, and from time to time. */
class SubscribingTest extends PollTest {

    private void polls(int times) {
        for (int i = 0; i < times; i++) {
            hand.runNext();
        }
    }

    private int subscriptions() {
        return portal.calls("im.v2.Event.subscribe").size();
    }

    @Test
    void itSubscribesOnceBeforeTheFirstPage() throws Exception {
        startNoting("");

        polls(5);

        assertEquals("im.v2.Event.subscribe", portal.calls().get(0).method());
        assertEquals(1, subscriptions());
        assertTrue(portal.subscribed(7));
    }

    @Test
    void withAutoSubscribeFalseItNeverDoes() throws Exception {
        startNoting("&autoSubscribe=false&resubscribeInterval=1");

        polls(5);

        assertEquals(0, subscriptions());
        assertFalse(portal.subscribed(7));
    }

    @Test
    void withAutoSubscribeFalseItReadsWhatIsThere() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        startNoting("&autoSubscribe=false");

        pollUntil("one event", () -> seen.size() == 1);

        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void itSubscribesAgainSoThatAnotherApplicationCannotEndIt() throws Exception {
        startNoting("&resubscribeInterval=1");
        polls(1);
        template.sendBody("bitrix24-im:unsubscribe", null);
        assertFalse(portal.subscribed(7));

        pollUntil("subscribed again", () -> portal.subscribed(7));

        portal.user(12).says("chat5", "hello");
        pollUntil("one event", () -> seen.size() == 1);
    }

    @Test
    void withIntervalZeroItSubscribesAtTheStartOnly() throws Exception {
        startNoting("&resubscribeInterval=0");

        polls(50);

        assertEquals(1, subscriptions());
    }

    @Test
    void aRestartedRouteSubscribesAgainAndNoStopUnsubscribes() throws Exception {
        startNoting("");
        polls(1);

        context.getRouteController().stopRoute("events");
        assertTrue(portal.subscribed(7));
        context.getRouteController().startRoute("events");
        pollUntil("subscribed again", () -> subscriptions() == 2);
        context.stop();

        assertTrue(portal.subscribed(7));
        assertEquals(List.of(), portal.calls("im.v2.Event.unsubscribe"));
    }
}
