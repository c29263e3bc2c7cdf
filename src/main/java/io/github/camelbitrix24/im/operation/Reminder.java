package io.github.camelbitrix24.im.operation;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelbitrix24.im.observe.LogName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the same thing done again and again, each time after a pause that is asked for. It is asked for once at a time,
 * and may be asked for while the thing is being done.
 */
final class Reminder {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Background background;
    private final Runnable task;
    private Future<?> next;
    private boolean set;
    private boolean stopped;

    /** @param task throws nothing */
    Reminder(Background background, Runnable task) {
        this.background = background;
        this.task = task;
    }

    /** Does nothing if it is set already. */
    void in(Duration pause) {
        ScheduledExecutorService timer = background.timer().get();
        lock.lock();
        try {
            if (!set && !stopped && timer != null) {
                set = true;
                next = timer.schedule(
                        this::due, TimeUnit.NANOSECONDS.convert(pause), TimeUnit.NANOSECONDS);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody is reminded any more, since the component stops");
        } finally {
            lock.unlock();
        }
    }

    private void due() {
        lock.lock();
        try {
            set = false;
            if (stopped) {
                return;
            }
        } finally {
            lock.unlock();
        }
        try {
            background.worker().execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Too much is under way: it is tried again later");
            in(UNTIL_THERE_IS_ROOM);
        }
    }

    /** What is being done just now goes on. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            if (next != null) {
                next.cancel(false);
            }
        } finally {
            lock.unlock();
        }
    }
}
