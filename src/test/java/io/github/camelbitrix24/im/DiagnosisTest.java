package io.github.camelbitrix24.im;

import java.time.Duration;
import java.time.Instant;

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
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.PAUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REAUTHORISING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STARTING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STOLEN;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STUCK;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the facts mean, at every bound.
 */
class DiagnosisTest {

    private static final Instant RECORDED = Instant.parse("2026-08-21T11:00:00Z");

    private final PollRecord record = new PollRecord();
    private DeliveryState delivery = DeliveryState.NONE;
    private boolean paused;
    /** A monotonic source may begin anywhere. */
    private long now = -5_000_000_000_000L;

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
    void aTheftIsRememberedForTenMinutes() {
        record.takenAway(4, now);
        record.succeeded(0, now);
        pass(Duration.ofMinutes(10).minusNanos(1));
        assertEquals(STOLEN, diagnosis().state());
        pass(Duration.ofNanos(1));
        assertEquals(IDLE, diagnosis().state());
        assertEquals(4, facts().eventsTakenAway());
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
        record.takenAway(1, now);
        assertEquals(STOLEN, diagnosis().state());
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
        return new DeliveryState(1, 0, 1, 1, 0, 0, 1, 0, 0, oldest, null, failing, new PortalClock(RECORDED, now));
    }

    private ConsumerFacts facts() {
        return record.facts(paused, delivery, now);
    }

    private Diagnosis diagnosis() {
        return Diagnosis.of(facts());
    }
}
