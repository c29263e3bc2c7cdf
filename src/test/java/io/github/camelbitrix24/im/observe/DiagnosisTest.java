package io.github.camelbitrix24.im.observe;

import java.time.Duration;
import java.time.Instant;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.consumer.SecondReaderException;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.delivery.FailingHead;
import io.github.camelbitrix24.im.delivery.PortalClock;
import io.github.camelbitrix24.im.delivery.QueuedEvent;
import io.github.camelbitrix24.im.rest.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.BLOCKED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.HEARING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.LAGGING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.NOT_DELETED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.PAUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REAUTHORISING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STARTING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STUCK;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.TAKEN_AWAY;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the facts mean, at every bound.
 */
class DiagnosisTest {

    private static final Instant RECORDED = Instant.parse("2026-08-21T11:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** A monotonic source may begin anywhere. */
    private long now = -5_000_000_000_000L;
    private final PollRecord record = new PollRecord(now, PATIENCE);
    private final QueueRecord queue = new QueueRecord();
    private DeliveryState delivery = DeliveryState.NONE;
    private boolean paused;

    @Test
    void startsThenIdlesThenHears() {
        assertEquals(STARTING, diagnosis().state());
        record.succeeded(0, now);
        assertEquals(IDLE, diagnosis().state());
        record.succeeded(3, now);
        pass(Duration.ofSeconds(59));
        assertEquals(HEARING, diagnosis().state());
        pass(Duration.ofSeconds(1));
        assertEquals(IDLE, diagnosis().state());
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureIsAStateUntilAPollSucceeds(FailureKind kind) {
        record.succeeded(0, now);
        fail(kind);

        Bitrix24ImConsumerState expected = switch (kind) {
            case THROTTLED -> Bitrix24ImConsumerState.THROTTLED;
            case BLOCKED -> BLOCKED;
            case NOT_AUTHORISED, NOT_PERMITTED, BAD_REQUEST -> REFUSED;
            case UNAVAILABLE, MALFORMED -> UNAVAILABLE;
        };
        assertEquals(expected, diagnosis().state());
        assertEquals("CODE", diagnosis().code());
        assertEquals("It failed. Do this.", diagnosis().sentence());
        record.succeeded(0, now);
        assertEquals(IDLE, diagnosis().state());
        assertNull(diagnosis().code());
    }

    @Test
    void aTokenThatCannotBeHadForNow() {
        record.failed(new PollFailure(FailureKind.UNAVAILABLE, "No answer", null, "Wait.", true, now));
        assertEquals(REAUTHORISING, diagnosis().state());
        record.failed(new PollFailure(FailureKind.NOT_AUTHORISED, "It is refused", "invalid_grant", "Do this.", true, now));
        assertEquals(REFUSED, diagnosis().state());
    }

    @Test
    void whatIsNoCallIsShownWithoutItsMessage() {
        record.failed(PollFailure.of(new IllegalStateException("a secret perhaps"), now));

        assertEquals(UNAVAILABLE, diagnosis().state());
        assertEquals("The poll ended in java.lang.IllegalStateException.", diagnosis().sentence());
        assertTrue(diagnosis().down());
    }

    @Test
    void aSecondReaderIsRefusedAndNamedWithoutAClass() {
        record.failed(PollFailure.notPermitted(new SecondReaderException("7", "acme.bitrix24.com"), now));

        assertEquals(REFUSED, diagnosis().state());
        assertTrue(diagnosis().reason().startsWith("The events of user 7 at acme.bitrix24.com already have a reader"),
                diagnosis().reason());
        assertTrue(diagnosis().reason().endsWith("another user."), diagnosis().reason());
    }

    @ParameterizedTest
    @CsvSource({
            "REFUSED, NOT_AUTHORISED, 0, true", "UNAVAILABLE, UNAVAILABLE, 0, true", "THROTTLED, THROTTLED, 599, false",
            "THROTTLED, THROTTLED, 600, true", "BLOCKED, BLOCKED, 599, false", "BLOCKED, BLOCKED, 600, true" })
    void waitingIsDownWhenItLasts(Bitrix24ImConsumerState state, FailureKind kind, long seconds, boolean down) {
        fail(kind);
        pass(Duration.ofSeconds(seconds));
        fail(kind);

        assertEquals(state, diagnosis().state());
        assertEquals(down, diagnosis().down());
    }

    @Test
    void aBlockAfterAnOutageIsANewWait() {
        fail(FailureKind.UNAVAILABLE);
        pass(Duration.ofHours(1));
        fail(FailureKind.BLOCKED);

        assertEquals(false, diagnosis().down());
    }

    @Test
    void eventsTakenAwayAreRememberedForTenMinutes() {
        queue.takenAway(4, now);
        record.succeeded(0, now);
        pass(Duration.ofMinutes(10).minusNanos(1));
        assertEquals(TAKEN_AWAY, diagnosis().state());
        pass(Duration.ofNanos(1));
        assertEquals(IDLE, diagnosis().state());
        assertEquals(4, facts().queue().takenAway());
    }

    @Test
    void whatComesAgainThoughItWasAcknowledgedIsRememberedForTenMinutes() {
        record.succeeded(3, now);
        queue.returned(2, now);
        queue.returned(3, now);
        pass(Duration.ofMinutes(10).minusNanos(1));
        queue.returned(0, now);
        assertEquals(NOT_DELETED, diagnosis().state());
        assertEquals("Events keep coming that were acknowledged, 5 so far.", diagnosis().reason());
        assertTrue(diagnosis().advice().contains("does not delete"), diagnosis().advice());
        assertFalse(diagnosis().down());
        pass(Duration.ofNanos(1));
        assertEquals(IDLE, diagnosis().state());
        assertEquals(5, facts().queue().returned());
    }

    @Test
    void aPollThatGetsNoAnswerIsSeen() {
        record.succeeded(0, now);
        record.began(now);
        pass(PATIENCE.minusNanos(1));
        assertEquals(IDLE, diagnosis().state());
        pass(Duration.ofSeconds(10).plusNanos(1));
        assertEquals(UNAVAILABLE, diagnosis().state());
        assertEquals("The poll has been waiting for an answer for 160 s.", diagnosis().reason());
        assertTrue(diagnosis().down());
        assertEquals(Duration.ofSeconds(160), facts().lag());

        record.began(now);
        assertEquals(IDLE, diagnosis().state());
        pass(PATIENCE);
        assertEquals(UNAVAILABLE, diagnosis().state());
        record.ended();
        assertEquals(IDLE, diagnosis().state());
    }

    @Test
    void whileNobodyLooksTheLagGrows() {
        pass(Duration.ofSeconds(30));
        assertEquals(Duration.ofSeconds(30), facts().lag());
        record.succeeded(0, now);
        pass(Duration.ofSeconds(5));
        assertEquals(Duration.ZERO, facts().lag());
        fail(FailureKind.UNAVAILABLE);
        pass(Duration.ofSeconds(60));
        assertEquals(Duration.ofSeconds(65), facts().lag());
        assertEquals(Duration.ofSeconds(65), facts().lookedAgo());
        paused = true;
        assertEquals(Duration.ZERO, facts().lag());
        paused = false;
        record.succeeded(0, now);
        assertEquals(Duration.ZERO, facts().lag());
    }

    @Test
    void whatIsKnownToBeOlderIsTheLag() {
        record.succeeded(0, now);
        delivery = delivery(new QueuedEvent(17, RECORDED, now), null);
        pass(Duration.ofHours(13));
        record.succeeded(0, now);
        fail(FailureKind.BLOCKED);
        pass(Duration.ofMinutes(2));

        assertEquals(Duration.ofHours(13).plusMinutes(2), facts().lag());
    }

    @Test
    void aLongOutageIsNoBacklogThatIsKnown() {
        record.succeeded(0, now);
        pass(Duration.ofHours(13));
        fail(FailureKind.BLOCKED);

        assertEquals(Duration.ofHours(13), facts().lag());
        assertFalse(diagnosis().down());
    }

    @ParameterizedTest
    @CsvSource({ "2, 0, IDLE, false", "3, 0, STUCK, false", "20, 899, STUCK, false", "20, 900, STUCK, true" })
    void anEventThatFails(int attempts, long seconds, Bitrix24ImConsumerState state, boolean down) {
        record.succeeded(0, now);
        delivery = delivery(null, new FailingHead(17, attempts, now));
        pass(Duration.ofSeconds(seconds));

        assertEquals(state, diagnosis().state());
        assertEquals(down, diagnosis().down());
    }

    @ParameterizedTest
    @CsvSource({ "3599, IDLE, false", "3600, LAGGING, false", "43199, LAGGING, false", "43200, LAGGING, true" })
    void anEventThatGrowsOldByThePortalsClock(long seconds, Bitrix24ImConsumerState state, boolean down) {
        record.succeeded(0, now);
        delivery = delivery(new QueuedEvent(17, RECORDED, now), null);
        pass(Duration.ofSeconds(seconds));

        assertEquals(state, diagnosis().state());
        assertEquals(down, diagnosis().down());
    }

    @Test
    void withoutADateTheTimeSinceItWasSeenCounts() {
        record.succeeded(0, now);
        delivery = delivery(new QueuedEvent(17, null, now), null);
        pass(Duration.ofHours(2));

        assertEquals(LAGGING, diagnosis().state());
        assertEquals("Event 17 is 2 h old and not acknowledged.", diagnosis().reason());
    }

    @Test
    void anEventFromThePortalsFutureDoesNotLag() {
        delivery = delivery(new QueuedEvent(17, RECORDED.plusSeconds(9), now), null);

        assertEquals(Duration.ZERO, facts().lag());
    }

    @Test
    void theCauseIsTheStateAndTheLagIsDown() {
        delivery = delivery(new QueuedEvent(17, RECORDED, now), new FailingHead(17, 5, now));
        pass(Duration.ofHours(12));
        record.succeeded(0, now);
        assertEquals(STUCK, diagnosis().state());
        queue.returned(1, now);
        assertEquals(NOT_DELETED, diagnosis().state());
        queue.takenAway(1, now);
        assertEquals(TAKEN_AWAY, diagnosis().state());
        fail(FailureKind.BLOCKED);
        assertEquals(BLOCKED, diagnosis().state());
        paused = true;
        assertEquals(PAUSED, diagnosis().state());
        assertTrue(diagnosis().down());
    }

    private void fail(FailureKind kind) {
        record.failed(new PollFailure(kind, "It failed", "CODE", "Do this.", false, now));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private DeliveryState delivery(QueuedEvent oldest, FailingHead failing) {
        return new DeliveryState(1, 0, 1, 0, 0, 1, 0, 0, oldest, failing, new PortalClock(RECORDED, now));
    }

    private ConsumerFacts facts() {
        return record.facts(paused, queue.faults(now), delivery, now);
    }

    private Diagnosis diagnosis() {
        return Diagnosis.of(facts());
    }
}
