package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelbitrix24.im.ManualScheduler;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FollowUpPollsTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ManualScheduler timer = new ManualScheduler();
    private final List<Duration> planned = new ArrayList<>();
    private int polls;
    private final FollowUpPolls followUps = new FollowUpPolls(() -> timer, this::poll);

    /** As where the thread of the timer is slower than the poll that it has begun. */
    private void poll() {
        polls++;
        if (!planned.isEmpty()) {
            followUps.plan(planned.remove(0));
        }
    }

    @Test
    void whatIsPlannedBeforeThePlanBeforeItIsDoneIsNotLost() {
        planned.addAll(List.of(PAUSE, Duration.ZERO, PAUSE));
        followUps.plan(Duration.ZERO);

        assertEquals(Duration.ZERO, timer.runNext());
        assertEquals(PAUSE, timer.runNext());
        assertEquals(Duration.ZERO, timer.runNext());
        assertEquals(PAUSE, timer.runNext());
        assertEquals(4, polls);
        assertTrue(timer.isIdle());
    }

    @Test
    void onePollIsPlannedAtATimeTheSoonestOfThem() {
        followUps.plan(PAUSE);
        followUps.plan(PAUSE.multipliedBy(2));
        followUps.plan(Duration.ZERO);

        assertEquals(Duration.ZERO, timer.runNext());
        assertEquals(1, polls);
        assertTrue(timer.isIdle());
    }

    @Test
    void afterTheEndNothingIsPlanned() {
        followUps.plan(PAUSE);
        followUps.end();
        followUps.plan(Duration.ZERO);

        assertTrue(timer.isIdle());
        assertEquals(0, polls);
    }
}
