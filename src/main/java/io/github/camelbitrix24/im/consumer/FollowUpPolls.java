package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

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
    private final Workplace workplace;
    private final Runnable poll;
    private ScheduledFuture<?> next;
    private boolean ended;

    /** @param poll begins a poll, and returns at once */
    FollowUpPolls(Workplace workplace, Runnable poll) {
        this.workplace = workplace;
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
                next = workplace.timer().schedule(poll, pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("What is left waits for the next tick", e);
        } finally {
            lock.unlock();
        }
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
