package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.event.EventMethods;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the portal to record the user's events, and again from time to time, since any application of the same user can
 * end it. Only the first time must succeed: what is recorded is read also while it cannot be renewed.
 */
final class Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(10));

    private final EventMethods queue;
    private final ReaderSettings settings;
    private final String reader;
    private final LongSupplier nanoTime;
    private boolean subscribed;
    private long dueAt;
    private int failures;

    /**
     * @param reader whose subscription it is, for texts
     */
    Subscription(EventMethods queue, ReaderSettings settings, String reader, LongSupplier nanoTime) {
        this.queue = queue;
        this.settings = settings;
        this.reader = reader;
        this.nanoTime = nanoTime;
    }

    boolean isDue() {
        boolean renew = !settings.resubscribeInterval().isZero() && nanoTime.getAsLong() - dueAt >= 0;
        return settings.autoSubscribe() && (!subscribed || renew);
    }

    /**
     * @throws RestException when the portal was never told
     */
    void renew(Permit permit) throws RestException {
        try {
            subscribed |= queue.subscribe(permit);
            failures = 0;
            dueIn(settings.resubscribeInterval());
        } catch (RestException e) {
            if (!subscribed) {
                throw e;
            }
            failures++;
            Duration pause = AGAIN.pause(failures);
            dueIn(pause);
            LOG.warn("The subscription of {} could not be renewed, and its events are read on: {} Trying again in {} s.",
                    reader,
                    e.explanation(), pause.toSeconds());
        }
    }

    private void dueIn(Duration pause) {
        dueAt = nanoTime.getAsLong() + pause.toNanos();
    }
}
