package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

import io.github.camelbitrix24.im.rest.FailureKind;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PollPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PollPace pace = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(30), () -> 0.5);

    @Test
    void itIsQuickForAMinuteAfterTheLastEventAndThenSlowsDownToTheDelay() {
        assertEquals(Duration.ofSeconds(30), pace.pause());
        pace.succeeded(1, 100 * SECOND);
        pace.succeeded(0, 159 * SECOND);
        assertEquals(Duration.ofSeconds(2), pace.pause());

        int[] expected = { 2, 4, 8, 16, 30, 30 };
        for (int poll = 0; poll < expected.length; poll++) {
            pace.succeeded(0, (160 + poll) * SECOND);
            assertEquals(Duration.ofSeconds(expected[poll]), pace.pause());
        }
        pace.succeeded(3, 300 * SECOND);
        assertEquals(Duration.ofSeconds(2), pace.pause());
    }

    @Test
    void failuresThatPassByThemselvesAreRetriedSoonAndNeverGivenUp() {
        assertEquals(Duration.ofSeconds(1), pace.failed(FailureKind.UNAVAILABLE));
        assertEquals(Duration.ofSeconds(2), pace.failed(FailureKind.MALFORMED));
        for (int i = 0; i < 10_000; i++) {
            pace.failed(FailureKind.THROTTLED);
        }
        assertEquals(Duration.ofMinutes(1), pace.pause());
        pace.succeeded(0, SECOND);
        assertEquals(Duration.ofSeconds(30), pace.pause());
    }

    @Test
    void whatSomebodyMustMendIsProbedSlowly() {
        assertEquals(Duration.ofSeconds(15), pace.failed(FailureKind.NOT_AUTHORISED));
        for (int i = 0; i < 10; i++) {
            pace.failed(FailureKind.NOT_PERMITTED);
        }
        assertEquals(Duration.ofMinutes(10), pace.pause());
    }

    @Test
    void whatThePortalSaysWhenToTryAgainIsWaitedFor() {
        Duration pause = pace.failed(FailureKind.BLOCKED, Duration.ofSeconds(400));

        assertTrue(pause.compareTo(Duration.ofSeconds(400)) > 0 && pause.compareTo(Duration.ofSeconds(402)) < 0,
                pause::toString);
        assertEquals(pause, pace.pause());
    }

    @Test
    void pausesVary() {
        double[] random = { 0 };
        PollPace varying = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(10), () -> random[0]);
        Duration shortest = varying.pause();
        random[0] = 1;

        assertTrue(varying.pause().compareTo(shortest) > 0);
        assertEquals(Duration.ofMillis(9_500), shortest);
    }
}
