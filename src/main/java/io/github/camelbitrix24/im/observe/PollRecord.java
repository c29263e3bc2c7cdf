package io.github.camelbitrix24.im.observe;

import java.time.Duration;

import io.github.camelbitrix24.im.delivery.DeliveryState;

/**
 * What became of a consumer's polls. Times are nanoseconds of a monotonic source.
 */
final class PollRecord {

    private final long startedAt;
    private final Duration patience;

    private Long lastSuccess;
    private Long lastEvent;
    private PollFailure failure;
    private Long waitingSince;

    /**
     * @param patience how long the answer to a poll may take before that is worth telling
     */
    PollRecord(long startedAt, Duration patience) {
        this.startedAt = startedAt;
        this.patience = patience;
    }

    /** Waits for the portal, from now on. */
    synchronized void began(long now) {
        waitingSince = now;
    }

    /** Does not wait for the portal any more. */
    synchronized void ended() {
        waitingSince = null;
    }

    synchronized void succeeded(int events, long now) {
        lastSuccess = now;
        failure = null;
        if (events > 0) {
            lastEvent = now;
        }
    }

    /** The time of the first failure stays while the kind does. */
    synchronized void failed(PollFailure latest) {
        failure = failure != null && failure.kind() == latest.kind() ? latest.since(failure.since()) : latest;
    }

    /**
     * @param delivery the figures of the delivery at the same moment
     */
    synchronized ConsumerFacts facts(boolean paused, QueueFaults queue, DeliveryState delivery, long now) {
        return new ConsumerFacts(
                paused, isOverdue(now) ? age(waitingSince, now) : null, failure,
                failure == null ? null : age(failure.since(), now), age(lastSuccess, now),
                age(lastSuccess == null ? startedAt : lastSuccess, now), age(lastEvent, now), queue, delivery,
                delivery.lag(now), delivery.failing() == null ? Duration.ZERO : age(delivery.failing().since(), now));
    }

    synchronized boolean isOverdue(long now) {
        return waitingSince != null && age(waitingSince, now).compareTo(patience) >= 0;
    }

    private static Duration age(Long since, long now) {
        return since == null ? null : Duration.ofNanos(now - since);
    }
}
