package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the next poll is due: after its pause, at once when that is asked for, and again when it could not begin. One
 * poll at a time.
 */
final class PollTimer {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledExecutorService timer;
    private final String reader;
    private final Runnable due;
    private volatile boolean started;
    private Future<?> next;
    private Object current;
    private Future<?> poll;
    private boolean polling;
    private boolean again;
    private boolean lost;

    /**
     * @param reader for whom it polls, for texts
     * @param due    is run when it is time for a poll
     */
    PollTimer(ScheduledExecutorService timer, String reader, Runnable due) {
        this.timer = timer;
        this.reader = reader;
        this.due = due;
    }

    void start(Duration pause) {
        lock.lock();
        try {
            if (!started) {
                started = true;
                schedule(pause);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A poll that is under way is interrupted. */
    void stop() {
        lock.lock();
        try {
            started = false;
            if (next != null) {
                next.cancel(true);
            }
            if (poll != null) {
                poll.cancel(true);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isStarted() {
        return started;
    }

    /** Polls as soon as possible, once more if a poll is under way. */
    void pollNow() {
        lock.lock();
        try {
            if (polling) {
                again = true;
            } else if (started && next != null && next.cancel(false)) {
                schedule(Duration.ZERO);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param  begin begins the poll that was due
     * @return       whether it was begun: not after a stop
     */
    boolean begin(Supplier<Future<?>> begin) {
        lock.lock();
        try {
            if (started) {
                poll = begin.get();
            }
            return started;
        } finally {
            lock.unlock();
        }
    }

    void began() {
        lock.lock();
        try {
            polling = true;
            again = false;
        } finally {
            lock.unlock();
        }
    }

    /** @param pause until the next */
    void ended(Supplier<Duration> pause) {
        lock.lock();
        try {
            polling = false;
            lost = true;
            if (started) {
                schedule(again ? Duration.ZERO : pause.get());
            }
        } finally {
            lock.unlock();
        }
    }

    void couldNotBegin(Throwable why) {
        lock.lock();
        try {
            lost = true;
            if (started && !timer.isShutdown()) {
                LOG.warn("A poll for {} could not begin and is tried again in {} s: {}", reader, AFTER_FAILURE.toSeconds(),
                        OneLine.of(why));
                schedule(AFTER_FAILURE);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Polls again if the next poll could not be scheduled, for want of memory or of a thread: nobody else would. */
    void revive() {
        lock.lock();
        try {
            if (lost && started && !polling) {
                schedule(Duration.ZERO);
            }
        } finally {
            lock.unlock();
        }
    }

    private void schedule(Duration pause) {
        lost = true;
        Object mine = new Object();
        current = mine;
        next = timer.schedule(() -> due(mine), Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
        lost = false;
    }

    /** A timer that throws may have kept what it was given. */
    private void due(Object mine) {
        lock.lock();
        try {
            if (current != mine) {
                return;
            }
            current = null;
            lost = false;
        } finally {
            lock.unlock();
        }
        due.run();
    }
}
