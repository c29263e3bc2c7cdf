package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.EventPage;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * An offset passes only rows that are settled, each of them, however long the portal takes to answer: what is known
 * since an answer came is not known since its question.
 */
class SettledRowsTest {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    private final PortalModel portal = new PortalModel();
    private final Delivery delivery = new Delivery(
            new DeliveryOptions(1, false, 1000, 1000, 1 << 20, SETTLE, Duration.ZERO, Backoff.REDELIVERY), nanos());
    private List<Long> gone = List.of();

    @Test
    void aYoungEventIsNotAcknowledgedWithTheOldOneBelowIt() {
        record(AT_ONCE);
        advance(LONG_AGO);
        record(AT_ONCE);
        read(portal.now);
        finishAll();

        assertEquals(SETTLE, delivery.untilSettled(nanos()));
        assertEquals(id(0) + 1, acknowledgement().offset());
    }

    @Test
    void anEventThatTheLastReadingMissedIsNotAcknowledgedWithTheOneBelowIt() {
        record(AT_ONCE);
        record(AT_ONCE);
        advance(LONG_AGO);
        read(portal.now);
        finishAll();
        receive(portal.get(new GetRequest(0, 1, true)), portal.now, nanos());

        assertEquals(id(0) + 1, acknowledgement().offset());
    }

    @Test
    void anEventIsKnownSinceTheAnswerThatShowedIt() {
        record(AT_ONCE);
        read(null, AT_ONCE, A_SECOND);
        finishAll();
        advance(Duration.ofMillis(1_500));
        read(null);
        assertNull(acknowledgement());

        advance(Duration.ofMillis(500));
        read(null);
        assertNotNull(acknowledgement());
    }

    @Test
    void aReadingShowsWhatThereWasWhenItWasAskedFor() {
        record(AT_ONCE);
        read(null);
        finishAll();
        advance(Duration.ofMillis(1_500));
        read(null, AT_ONCE, A_SECOND);

        assertNull(acknowledgement());
    }

    @Test
    void aReadingThatTakesLongProvesNoEventOld() {
        read(portal.now);
        record(LONG_AGO);
        advance(Duration.ofMillis(1_500));
        Instant portalTime = portal.now;
        read(portalTime, AT_ONCE, A_SECOND);
        finishAll();

        assertNull(acknowledgement());
    }

    @Test
    void whatAnAnswerDidNotShowMayBeAsYoungAsThatAnswer() {
        read(portal.now, A_SECOND, AT_ONCE);
        record(LONG_AGO);
        advance(Duration.ofMillis(1_100));
        read(portal.now);
        finishAll();

        assertNull(acknowledgement());
    }

    @Test
    void anEventIsNotGoneBecauseAnAnswerThatMissesItTookLong() {
        record(AT_ONCE);
        advance(LONG_AGO);
        read(portal.now);
        portal.rows.clear();
        read(portal.now);
        advance(Duration.ofMillis(1_500));
        read(portal.now, AT_ONCE, A_SECOND);
        assertEquals(List.of(), gone);

        read(portal.now);
        assertEquals(List.of(id(0)), gone);
    }

    /**
     * @param behind by how much the clock is behind of the node that dates the row
     */
    private void record(Duration behind) {
        portal.record(1, 0, Duration.ZERO, behind);
    }

    private long id(int index) {
        return portal.recorded.get(index).id();
    }

    private void read(Instant portalTime) {
        read(portalTime, AT_ONCE, AT_ONCE);
    }

    /**
     * @param before from the question until the portal looks
     * @param after  from then until the answer is here
     */
    private void read(Instant portalTime, Duration before, Duration after) {
        long askedAt = nanos();
        advance(before);
        EventPage page = portal.get(GetRequest.harmless(1000));
        advance(after);
        receive(page, portalTime, askedAt);
    }

    private void receive(EventPage page, Instant portalTime, long askedAt) {
        gone = delivery
                .receive(
                        new Reading(
                                GetRequest.harmless(1000), new EventPage(page.events(), false), portalTime, askedAt, nanos()),
                        event -> false)
                .gone();
    }

    private void finishAll() {
        for (Handout handout = delivery.take(nanos()); handout != null; handout = delivery.take(nanos())) {
            delivery.done(handout);
        }
    }

    private GetRequest acknowledgement() {
        GetRequest request = delivery.nextRequest(nanos(), true);
        return request != null && request.acknowledges() ? request : null;
    }

    private void advance(Duration time) {
        portal.now = portal.now.plus(time);
    }

    private long nanos() {
        return portal.now.toEpochMilli() * 1_000_000;
    }
}
