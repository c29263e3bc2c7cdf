package io.github.camelbitrix24.im;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.Unsubscribe;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SubscriptionProducerTest extends ProducerTest {

    @Test
    void subscribeBeginsTheRecording() {
        portal.user(12).says("chat5", "too early");

        assertEquals(true, result("bitrix24-im:subscribe", "whatever", Map.of()));

        portal.user(12).says("chat5", "just right");
        assertTrue(portal.subscribed(7));
        assertFalse(portal.subscribed(12));
        assertEquals(1, portal.pending(7).size());
        assertEquals("im.v2.Event.subscribe", onlyCall().method());
        assertEquals(Map.of(), onlyCall().params());
    }

    @Test
    void subscribingAgainKeepsWhatWasRecorded() {
        result("bitrix24-im:subscribe", null, Map.of());
        portal.user(12).says("chat5", "hello");

        assertEquals(true, result("bitrix24-im:subscribe", null, Map.of()));

        assertEquals(1, portal.pending(7).size());
    }

    @Test
    void unsubscribeEndsTheRecordingAndThePortalDeletesTheQueue() {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");

        assertEquals(true, result("bitrix24-im:unsubscribe", null, Map.of()));

        portal.user(12).says("chat5", "nobody listens");
        assertFalse(portal.subscribed(7));
        assertEquals(List.of(), portal.pending(7));
        assertEquals(1, portal.purged(7).size());
        assertEquals(Map.of(), onlyCall().params());
    }

    @Test
    void unsubscribeAlsoSucceedsWhereThePortalKeepsTheQueue() {
        portal.behave(Unsubscribe.KEEPS_ROWS);
        reader.subscribed();
        portal.user(12).says("chat5", "hello");

        assertEquals(true, result("bitrix24-im:unsubscribe", null, Map.of()));

        assertFalse(portal.subscribed(7));
        assertEquals(1, portal.pending(7).size());
    }

    @Test
    void headersStayAsTheyWere() {
        Exchange exchange = send("bitrix24-im:subscribe", "whatever", Map.of("order", "4417"));

        assertEquals(Boolean.TRUE, exchange.getMessage().getBody());
        assertEquals(Map.of("order", "4417"), exchange.getMessage().getHeaders());
    }
}
