package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E07ExpiryTest extends PortalTest {

    @Test
    void rowsLiveForADay() throws Exception {
        portal.clock().freeze();
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        portal.clock().advance(Duration.ofHours(12));
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        portal.clock().advance(Duration.ofHours(12));
        assertEquals(List.of(1L, 2L), ids(page("{}")));
        portal.clock().advance(Duration.ofSeconds(1));
        assertEquals(List.of(2L), ids(page("{}")));
        assertEquals(List.of(1L), portal.purged(7));
    }

    @Test
    void unsubscribingDeletesTheQueue() throws Exception {
        assertTrue(result(ilse, SUBSCRIBE, "{}").booleanValue());
        marco.says("7", "hello");
        assertTrue(result(ilse, UNSUBSCRIBE, "{}").booleanValue());
        marco.says("7", "anyone there?");
        assertFalse(portal.subscribed(7));
        assertEquals(List.of(), ids(page("{}")));
        assertEquals(List.of(1L), portal.purged(7));
    }

    @Test
    void unsubscribingAsDocumentedKeepsTheQueue() throws Exception {
        portal.behave(Behaviour.Unsubscribe.KEEPS_ROWS);
        result(ilse, SUBSCRIBE, "{}");
        marco.says("7", "hello");
        result(ilse, UNSUBSCRIBE, "{}");
        assertEquals(List.of(1L), ids(page("{}")));
        assertEquals(List.of(), portal.purged(7));
    }

    @Test
    void subscribingTwiceKeepsTheQueue() throws Exception {
        result(ilse, SUBSCRIBE, "{}");
        marco.says("7", "hello");
        result(ilse, SUBSCRIBE, "{}");
        assertEquals(List.of(1L), ids(page("{}")));
    }

    @Test
    void withoutASubscriptionNothingIsRecordedAndGetIsEmpty() throws Exception {
        marco.says("7", "hello");
        assertEquals(List.of(), ids(page("{}")));
    }

    @Test
    void aSubscriptionMayTakeEffectLate() throws Exception {
        portal.delaySubscriptions(Duration.ofMinutes(30)).clock().freeze();
        result(ilse, SUBSCRIBE, "{}");
        marco.says("7", "too early");
        portal.clock().advance(Duration.ofMinutes(30));
        marco.says("7", "in time");
        assertEquals(1, portal.recorded(7).size());
    }

    @Test
    void anUnsubscriptionMayTakeEffectLate() throws Exception {
        portal.delayUnsubscriptions(Duration.ofMinutes(30)).clock().freeze();
        result(ilse, SUBSCRIBE, "{}");
        marco.says("7", "hello");
        result(ilse, UNSUBSCRIBE, "{}");
        assertFalse(portal.subscribed(7));
        marco.says("7", "still recorded");
        assertEquals(List.of(2L), ids(page("{}")));
        portal.clock().advance(Duration.ofMinutes(30));
        marco.says("7", "anyone there?");
        assertEquals(List.of(2L), ids(page("{}")));
    }
}
