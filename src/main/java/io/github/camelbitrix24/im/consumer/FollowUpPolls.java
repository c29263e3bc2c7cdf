package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.observe.LogName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with what a tick of a scheduler of the user's own, such as cron or Quartz, has begun: until the queue is
 * drained and everything that is done is acknowledged. The next tick may be a day away.
 */
final class FollowUpPolls {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<ScheduledExecutorService> timer;
    private final Runnable poll;
    private ScheduledFuture<?> next;
    private long plans;
    private boolean ended;

    /** @param poll begins a poll, and returns at once */
    FollowUpPolls(Supplier<ScheduledExecutorService> timer, Runnable poll) {
        this.timer = timer;
        this.poll = poll;
    }

    /**
     * Polls after this pause, or sooner if that is planned already.
     */
    void plan(Duration pause) {
        lock.lock();
        try {
            boolean sooner = next == null || next.isDone() || next.getDelay(TimeUnit.NANOSECONDS) > pause.toNanos();
            if (!ended && sooner) {
                if (next != null) {
                    next.cancel(false);
                }
                long plan = ++plans;
                next = timer.get().schedule(() -> due(plan), pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("What is left waits for the next tick", e);
        } finally {
            lock.unlock();
        }
    }

    /** The poll may be over, and plan the next one, before its own plan counts as done. */
    private void due(long plan) {
        lock.lock();
        try {
            next = plan == plans ? null : next;
        } finally {
            lock.unlock();
        }
        poll.run();
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            if (next != null) {
                next.cancel(false);
            }
        } finally {
            lock.unlock();
        }
    }
}
