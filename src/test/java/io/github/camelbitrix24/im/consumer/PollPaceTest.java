package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

import io.github.camelbitrix24.im.rest.FailureKind;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PollPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PollPace pace = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(30), () -> 0);

    @Test
    void itIsQuickRightAfterAnEventAndSlowsDownWithSilence() {
        assertEquals(Duration.ofSeconds(30), pace.pause());
        pace.succeeded(1, 100 * SECOND);
        assertEquals(Duration.ofMillis(300), pace.pause());
        pace.succeeded(0, 102 * SECOND);
        assertEquals(Duration.ofMillis(400), pace.pause());
        pace.succeeded(0, 105 * SECOND);
        assertEquals(Duration.ofSeconds(1), pace.pause());
        pace.succeeded(0, 159 * SECOND);
        assertEquals(Duration.ofSeconds(2), pace.pause());

        int[] expected = { 2, 4, 8, 16, 30, 30 };
        for (int poll = 0; poll < expected.length; poll++) {
            pace.succeeded(0, (160 + poll) * SECOND);
            assertEquals(Duration.ofSeconds(expected[poll]), pace.pause());
        }
        pace.succeeded(3, 300 * SECOND);
        assertEquals(Duration.ofMillis(300), pace.pause());
    }

    @Test
    void whoeverTalksWithoutEndIsHeardOnceASecond() {
        long now = 0;
        for (int poll = 0; poll < 200; poll++) {
            pace.succeeded(1, now);
            now += pace.pause().toNanos();
        }
        assertEquals(Duration.ofSeconds(1), pace.pause());
        assertTrue(now > 165 * SECOND, "200 polls in " + now / SECOND + " s");
    }

    @Test
    void aShorterBusyDelayIsKept() {
        PollPace quick = new PollPace(Duration.ofMillis(100), Duration.ofSeconds(30), () -> 0);
        quick.succeeded(1, SECOND);
        assertEquals(Duration.ofMillis(100), quick.pause());
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
        assertEquals(Duration.ofSeconds(10), shortest);
    }
}
