package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.observe.LogName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with what a tick of a scheduler of the user's own, such as cron or Quartz, has begun: until the queue is
 * drained and everything that is done is acknowledged. The next tick may be a day away.
 */
public final class FollowUpPolls {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final ReentrantLock lock = new ReentrantLock();
    private final Bitrix24ImConsumer consumer;
    private ScheduledFuture<?> next;
    private boolean ended;

    public FollowUpPolls(Bitrix24ImConsumer consumer) {
        this.consumer = consumer;
    }

    /**
     * Polls after this pause, or sooner if that is planned already.
     *
     * @param pause {@code null} for no poll
     */
    public void plan(Duration pause) {
        if (pause == null) {
            return;
        }
        lock.lock();
        try {
            boolean sooner = next == null || next.isDone() || next.getDelay(TimeUnit.NANOSECONDS) > pause.toNanos();
            if (!ended && sooner) {
                if (next != null) {
                    next.cancel(false);
                }
                next = consumer.getEndpoint().getComponent().timer()
                        .schedule(this::poll, pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("What is left waits for the next tick", e);
        } finally {
            lock.unlock();
        }
    }

    private void poll() {
        consumer.pollThreads().execute(consumer.credentials().portal(), consumer.isFailing(), consumer);
    }

    public void end() {
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
