package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * When an offset may be sent, rule by rule: what must be done, settled and seen before.
 */
class DeliveryTest {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    private final PortalModel portal = new PortalModel();
    private Delivery delivery = delivery(1, 1000, 1000);

    @Test
    void anUnfinishedEventHoldsTheOffsetBelowIt() {
        delivery = delivery(3, 1000, 1000);
        recordInChats(1, 2, 3);
        advance(LONG_AGO);
        read(1000);
        Handout first = take();
        Handout second = take();
        delivery.done(take());
        delivery.done(second);
        read(1000);

        assertNull(acknowledgement());

        delivery.done(first);
        assertEquals(ids().get(2) + 1, acknowledgement().offset());
    }

    @Test
    void anEventThatIsYoungerThanSettleTimeHoldsTheOffset() {
        record(1);
        read(1000);
        delivery.done(take());
        advance(Duration.ofMillis(1_900));
        read(1000);

        assertNull(acknowledgement());

        advance(Duration.ofMillis(1_200));
        read(1000);
        assertNotNull(acknowledgement());
    }

    @Test
    void thePortalsClockSettlesOldEventsAtFirstSight() {
        record(1);
        advance(LONG_AGO);
        read(1000);
        delivery.done(take());

        assertNotNull(acknowledgement());
    }

    @Test
    void withoutThePortalsClockTheTimeSinceFirstSeenSettles() {
        record(1);
        advance(LONG_AGO);
        read(1000, null);
        delivery.done(take());
        assertNull(acknowledgement());

        advance(SETTLE);
        read(1000, null);

        assertNotNull(acknowledgement());
    }

    @Test
    void anAcknowledgementWaitsForTheNextPollWhileTheLastOneIsYoung() {
        delivery = delivery(1, 1000, 1000, Duration.ofSeconds(5));
        record(1);
        advance(LONG_AGO);
        read(1000);
        doneNext();
        assertFalse(delivery.canAcknowledgementWait(nanos()), "the first one");
        receive(acknowledgement(), portal.now);
        record(1);
        read(1000);
        doneNext();
        advance(Duration.ofSeconds(3));
        read(1000);

        assertTrue(delivery.canAcknowledgementWait(nanos()));
        advance(Duration.ofSeconds(1));
        GetRequest next = delivery.nextRequest(nanos(), false);
        assertEquals(GetRequest.readingOn(ids().get(1) + 1, 1000), next);

        advance(Duration.ofSeconds(1));
        assertFalse(delivery.canAcknowledgementWait(nanos()), "after ackInterval");
    }

    @Test
    void whereThePortalHasMoreAnAcknowledgementDoesNotWait() {
        delivery = delivery(1, 2, 1000, Duration.ofSeconds(5));
        record(5);
        advance(LONG_AGO);
        read(2);
        doneNext();
        doneNext();
        receive(acknowledgement(), portal.now);
        read(2);
        doneNext();
        doneNext();

        assertFalse(delivery.canAcknowledgementWait(nanos()));
        assertEquals(GetRequest.readingOn(ids().get(3) + 1, 2), acknowledgement());
    }

    @Test
    void whatTheLastReadingDidNotShowIsNotAcknowledged() {
        record(2);
        advance(LONG_AGO);
        read(1000);
        delivery.done(take());
        delivery.done(take());
        portal.restore(50);
        advance(LONG_AGO);
        read(1000);

        assertNull(acknowledgement());
    }

    @Test
    void anAcknowledgementNeedsAReadingOfTheLastSecond() {
        record(1);
        advance(LONG_AGO);
        read(1000);
        delivery.done(take());
        advance(Duration.ofMillis(1_001));

        assertFalse(delivery.nextRequest(nanos(), false).acknowledges());

        read(1000);
        advance(Duration.ofMillis(1_000));
        assertNotNull(acknowledgement());
    }

    @Test
    void theShortAnswerToAnAcknowledgementConfirmsNothing() {
        record(2);
        advance(LONG_AGO);
        read(1000);
        Bitrix24ImEvent first = doneNext();
        GetRequest request = delivery.nextFinalRequest(nanos(), true);
        assertEquals(GetRequest.acknowledgement(first.getId() + 1), request);
        receive(request, portal.now);
        doneNext();

        assertNull(delivery.nextFinalRequest(nanos(), true));
    }

    @Test
    void anotherEventWithTheIdOfAFinishedOneIsHandedOut() {
        record(1);
        advance(LONG_AGO);
        read(1000);
        Bitrix24ImEvent first = doneNext();
        portal.restore(1);
        record(1);
        advance(LONG_AGO);
        read(1000);

        assertNull(acknowledgement());
        Bitrix24ImEvent second = doneNext();
        assertEquals(first.getId(), second.getId());
        advance(Duration.ofSeconds(2));
        read(1000);
        assertNotNull(acknowledgement());
    }

    @Test
    void whatIsDoneAndShowsAgainIsNotHandedOutAgain() {
        record(1);
        read(1000);
        doneNext();
        read(1000);

        assertNull(take());
    }

    @Test
    void anEventThatAppearsLateBelowFinishedOnesHoldsThem() {
        portal.record(1, 0, Duration.ofMillis(1_500));
        record(1);
        read(1000);
        Bitrix24ImEvent higher = doneNext();
        advance(Duration.ofSeconds(4));
        read(1000);

        assertNull(acknowledgement());
        Bitrix24ImEvent late = doneNext();
        assertTrue(late.getId() < higher.getId());
        advance(Duration.ofSeconds(2));
        read(1000);
        assertEquals(higher.getId() + 1, acknowledgement().offset());
    }

    @Test
    void aReadingThatAcknowledgesNothingLeavesTheVeryFirstEvent() {
        portal.restore(1000);
        record(1);
        advance(LONG_AGO);
        read(1000);
        GetRequest request = GetRequest.harmless(1000);
        receive(request, portal.now);

        assertEquals(List.of(1L), ids());
        assertEquals(List.of(), portal.deleted);
        assertFalse(request.acknowledges());
    }

    @Test
    void aFullPageThatIsDoneIsAcknowledgedBeforeItIsSettled() {
        delivery = delivery(1, 5, 1000);
        record(6);
        read(5);
        for (int i = 0; i < 4; i++) {
            doneNext();
        }
        assertNull(acknowledgement());
        doneNext();

        assertEquals(ids().get(4) + 1, acknowledgement().offset());
        assertEquals(1, delivery.state().forced());
    }

    @Test
    void aSecondHandoutOfAChatWaitsForTheFirst() {
        delivery = delivery(8, 1000, 1000);
        record(2);
        read(1000);
        Handout first = take();

        assertNull(take());
        delivery.failed(first, nanos());
        assertNull(take());
        advance(Duration.ofSeconds(1));
        assertEquals(first.first(), doneNext());
        assertNotNull(take());
    }

    @Test
    void chatsTakeTurns() {
        delivery = delivery(2, 1000, 1000);
        recordInChats(1, 1, 1, 2, 2, 2, 3);
        read(1000);
        doneNext();
        doneNext();

        assertEquals(3, take().first().getChatId());
    }

    @Test
    void thePauseBeforeAFailedEventGrowsFromASecondToAMinute() {
        record(1);
        read(1000);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Handout handout = take();
            assertEquals(i + 1, handout.attempt());
            Duration pause = delivery.failed(handout, nanos());
            pauses.add(pause.toSeconds());
            advance(pause.minusMillis(1));
            assertNull(take());
            advance(Duration.ofMillis(1));
        }

        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L), pauses);
    }

    @Test
    void noMoreThanMaxInFlightAndMaxBytesAreTaken() {
        delivery = delivery(1, 1000, 3);
        record(5);
        read(1000);
        assertEquals(3, delivery.state().inFlight());

        delivery = new Delivery(
                new DeliveryOptions(1, false, 1000, 1000, 1, SETTLE, Duration.ZERO, Backoff.REDELIVERY), nanos());
        read(1000);
        assertEquals(1, delivery.state().inFlight(), "the first one passes the bound");
    }

    @Test
    void whatIsClosedHandsOutOnlyWhatStandsBelowAFinishedOrRunningEvent() {
        delivery = delivery(2, 1000, 1000);
        recordInChats(1, 1, 2, 1);
        read(1000);
        Handout first = take();
        delivery.done(take());
        delivery.close();
        assertNull(take());
        delivery.done(first);

        assertEquals(1, delivery.state().holes());
        assertEquals(ids().get(1), doneNext().getId());
        assertNull(take());
    }

    private Delivery delivery(int concurrency, int limit, int maxInFlight) {
        return delivery(concurrency, limit, maxInFlight, Duration.ZERO);
    }

    private Delivery delivery(int concurrency, int limit, int maxInFlight, Duration ackInterval) {
        return new Delivery(
                new DeliveryOptions(
                        concurrency, false, limit, maxInFlight, 1 << 20, SETTLE, ackInterval, Backoff.REDELIVERY),
                nanos());
    }

    private void record(int events) {
        for (int i = 0; i < events; i++) {
            portal.record(1, 0, Duration.ZERO);
        }
    }

    private void recordInChats(long... chats) {
        for (long chat : chats) {
            portal.record(chat, 0, Duration.ZERO);
        }
    }

    private List<Long> ids() {
        return portal.recorded.stream().map(PortalModel.Row::id).toList();
    }

    private void read(int limit) {
        read(limit, portal.now);
    }

    private void read(int limit, Instant portalTime) {
        receive(GetRequest.harmless(limit), portalTime);
    }

    private void receive(GetRequest request, Instant portalTime) {
        delivery.receive(new Reading(request, portal.get(request), portalTime, nanos(), nanos()), event -> false);
    }

    @Test
    void aPortalThatAnswersSlowlyIsAcknowledgedToAsWell() {
        record(1);
        advance(LONG_AGO);
        long askedAt = nanos();
        GetRequest request = GetRequest.harmless(1000);
        EventPage page = portal.get(request);
        Instant portalTime = portal.now;
        advance(Duration.ofSeconds(5));
        delivery.receive(new Reading(request, page, portalTime, askedAt, nanos()), event -> false);
        delivery.done(take());

        assertNotNull(acknowledgement());
    }

    private GetRequest acknowledgement() {
        GetRequest request = delivery.nextRequest(nanos(), true);
        return request != null && request.acknowledges() ? request : null;
    }

    private Handout take() {
        return delivery.take(nanos());
    }

    private Bitrix24ImEvent doneNext() {
        Handout handout = take();
        delivery.done(handout);
        return handout.first();
    }

    private void advance(Duration time) {
        portal.now = portal.now.plus(time);
    }

    private long nanos() {
        return portal.now.toEpochMilli() * 1_000_000;
    }
}
