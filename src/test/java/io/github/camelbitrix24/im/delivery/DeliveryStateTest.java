package io.github.camelbitrix24.im.delivery;

import java.time.Duration;

import io.github.camelbitrix24.im.budget.Backoff;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * The figures that a delivery shows.
 */
class DeliveryStateTest {

    private final PortalModel portal = new PortalModel();
    private final Delivery delivery = new Delivery(
            new DeliveryOptions(
                    3, false, 1000, 1000, 1 << 20, Duration.ZERO, Duration.ofSeconds(5), Backoff.REDELIVERY),
            now());

    @Test
    void anEventOnItsWay() {
        portal.record(5, 0, Duration.ZERO);
        long id = portal.rows.firstKey();
        pass(Duration.ofMinutes(1));
        assertNull(delivery.state().oldest());
        poll();

        DeliveryState state = delivery.state();
        assertEquals(1, state.received());
        assertEquals(id, state.oldest().id());
        assertEquals(60, state.lag(now()).toSeconds(), 1);
        assertEquals(60 + 3600, state.lag(now() + Duration.ofHours(1).toNanos()).toSeconds(), 1);

        delivery.done(delivery.take(now()));
        assertEquals(id, delivery.state().oldest().id());
        assertEquals(0, delivery.state().acknowledgedOffset());

        poll();
        assertEquals(id + 1, delivery.state().acknowledgedOffset());
        assertNull(delivery.state().oldest());
        assertEquals(Duration.ZERO, delivery.state().lag(now()));
        assertEquals(1, delivery.state().received());
    }

    @Test
    void theLaneThatFailsMostIsShown() {
        portal.record(5, 0, Duration.ZERO);
        portal.record(6, 0, Duration.ZERO);
        poll();
        Handout often = delivery.take(now());
        Handout once = delivery.take(now());
        long first = now();
        delivery.failed(once, now());
        delivery.failed(often, now());
        pass(Duration.ofMinutes(1));
        for (Handout next = delivery.take(now()); next != null; next = delivery.take(now())) {
            if (next.first().getId() == often.first().getId()) {
                delivery.failed(next, now());
            }
        }

        assertEquals(new FailingHead(often.first().getId(), 2, first), delivery.state().failing());
        assertEquals(2, delivery.state().redeliveries());
        pass(Duration.ofMinutes(1));
        delivery.done(delivery.take(now()));
        assertEquals(once.first().getId(), delivery.state().failing().id());
    }

    private void poll() {
        GetRequest request = delivery.nextRequest(now(), false);
        while (request != null) {
            delivery.receive(new Reading(request, portal.get(request), portal.now, now(), now()), event -> false);
            request = delivery.nextRequest(now(), true);
        }
    }

    private void pass(Duration time) {
        portal.now = portal.now.plus(time);
    }

    private long now() {
        return portal.now.toEpochMilli() * 1_000_000;
    }
}
