package io.github.camelbitrix24.im.operation;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.ManualScheduler;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReminderTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ManualScheduler timer = new ManualScheduler();
    private final AtomicInteger done = new AtomicInteger();
    private int refusals;
    private final Reminder reminder = new Reminder(new Background(() -> timer, this::work), done::incrementAndGet);

    private void work(Runnable task) {
        if (refusals-- > 0) {
            throw new RejectedExecutionException();
        }
        task.run();
    }

    @Test
    void whatIsAskedForTwiceIsDoneOnce() {
        reminder.in(PAUSE);
        reminder.in(Duration.ZERO);

        assertEquals(PAUSE, timer.runNext());
        assertEquals(1, done.get());
        assertTrue(timer.isIdle());
    }

    @Test
    void itCanBeAskedForWhileTheThingIsBeingDone() {
        Reminder[] again = new Reminder[1];
        again[0] = new Reminder(new Background(() -> timer, Runnable::run), () -> {
            if (done.incrementAndGet() == 1) {
                again[0].in(PAUSE);
            }
        });
        again[0].in(PAUSE);

        timer.runNext();
        timer.runNext();

        assertEquals(2, done.get());
        assertTrue(timer.isIdle());
    }

    @Test
    void whereTooMuchIsUnderWayItIsDoneLater() {
        refusals = 1;
        reminder.in(Duration.ZERO);

        assertEquals(Duration.ZERO, timer.runNext());
        assertEquals(0, done.get());
        assertEquals(Duration.ofSeconds(1), timer.runNext());

        assertEquals(1, done.get());
    }

    @Test
    void afterAStopNothingIsDone() {
        reminder.in(PAUSE);
        reminder.stop();
        reminder.in(PAUSE);

        assertTrue(timer.isIdle());
        assertEquals(0, done.get());
    }

    @Test
    void afterTheStopOfTheComponentNothingIsAskedFor() {
        new Reminder(new Background(() -> null, Runnable::run), done::incrementAndGet).in(PAUSE);

        assertEquals(0, done.get());
    }
}
