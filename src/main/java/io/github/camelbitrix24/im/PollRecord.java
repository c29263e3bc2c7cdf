package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.delivery.DeliveryState;

/**
 * What became of a consumer's polls. Times are nanoseconds of a monotonic source.
 */
final class PollRecord {

    private Long lastSuccess;
    private Long lastEvent;
    private Long lastTheft;
    private long takenAway;
    private PollFailure failure;

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

    synchronized void takenAway(int events, long now) {
        lastTheft = now;
        takenAway += events;
    }

    synchronized boolean isFailing() {
        return failure != null;
    }

    /**
     * @param delivery the figures of the delivery at the same moment
     */
    synchronized ConsumerFacts facts(boolean paused, DeliveryState delivery, long now) {
        return new ConsumerFacts(
                paused, failure, failure == null ? null : age(failure.since(), now), age(lastSuccess, now),
                age(lastEvent, now), age(lastTheft, now), takenAway, delivery, delivery.lag(now),
                delivery.failing() == null ? Duration.ZERO : age(delivery.failing().since(), now));
    }

    private static Duration age(Long since, long now) {
        return since == null ? null : Duration.ofNanos(now - since);
    }
}
