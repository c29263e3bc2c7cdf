package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

import io.github.camelbitrix24.im.rest.FailureKind;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PollPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PollPace pace = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(30), () -> 0);
    private long now;

    @Test
    void itIsQuickRightAfterAnEventAndSlowsDownWithSilence() {
        assertEquals(Duration.ofSeconds(30), pace.pause());
        pace.succeeded(1, 100 * SECOND);
        assertEquals(Duration.ofMillis(250), pace.pause());
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
        assertEquals(Duration.ofMillis(250), pace.pause());
    }

    @Test
    void whoeverTalksWithoutEndIsHeardAboutOnceASecond() {
        double talk = secondsOf(400, 1);

        assertTrue(talk > 395 && talk < 440, "400 polls in " + talk + " s");
        assertTrue(pause() > 1 && pause() < 1.1, "paused for " + pause() + " s");
    }

    @Test
    void anAcknowledgementCountsAsARequest() {
        double talk = secondsOf(200, 2);

        assertTrue(talk > 370 && talk <= 400, "200 polls with an acknowledgement each in " + talk + " s");
    }

    @Test
    void pausesGrowEvenlyForWhoeverTalksOn() {
        secondsOf(15, 1);
        double before = pause();
        secondsOf(15, 1);

        assertTrue(before > 0.27 && before < 0.9, "paused for " + before + " s");
        assertTrue(pause() > before, "paused for " + before + " and " + pause() + " s");
    }

    @Test
    void soonAfterALongBacklogItIsQuickAgain() {
        for (int page = 0; page < 1_000; page++) {
            pace.succeeded(1_000, now);
        }
        now += 30 * SECOND;
        pace.succeeded(1, now);

        assertTrue(pause() < 0.6, "paused for " + pause() + " s");
    }

    /** Something is said all the time. */
    private double secondsOf(int polls, int requestsEach) {
        long began = now;
        for (int poll = 0; poll < polls; poll++) {
            for (int request = requestsEach; request > 1; request--) {
                pace.succeeded(0, now);
            }
            pace.succeeded(1, now);
            now += pace.pause().toNanos();
        }
        return (double) (now - began) / SECOND;
    }

    private double pause() {
        return (double) pace.pause().toNanos() / SECOND;
    }

    @Test
    void aShorterBusyDelayIsKept() {
        PollPace quick = new PollPace(Duration.ofMillis(100), Duration.ofSeconds(30), () -> 0);
        quick.succeeded(1, SECOND);
        assertEquals(Duration.ofMillis(100), quick.pause());
    }

    @Test
    void aDelayBelowBusyDelayIsTheLongestPause() {
        PollPace brisk = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(1), () -> 0);
        assertEquals(Duration.ofSeconds(1), brisk.pause());
        brisk.succeeded(1, SECOND);
        assertEquals(Duration.ofMillis(250), brisk.pause());
        brisk.succeeded(0, 20 * SECOND);
        assertEquals(Duration.ofSeconds(1), brisk.pause());
        brisk.succeeded(0, 80 * SECOND);
        assertEquals(Duration.ofSeconds(1), brisk.pause());
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
