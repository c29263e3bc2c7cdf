package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.registration.Bot;
import org.apache.camel.spi.IdempotentRepository;

/**
 * What the options of an endpoint say about reading somebody's events; each is documented at its option.
 *
 * @param bot                  whose events are read, or {@code null} for the user of the credentials
 * @param userFilter           what is wanted of the events of the user that are read together with those of the bot, or
 *                             {@code null} if there are none
 * @param resubscribeInterval  zero for never again
 * @param callTimeout          how long a call may take to connect and to be answered
 * @param idempotentRepository where to remember what is finished, or {@code null}
 */
public record ReaderSettings(Bot bot, EventFilter userFilter, boolean autoSubscribe, Duration resubscribeInterval,
        EventFilter filter, int limit,
        int maxInFlight,
        long maxResponseSize, Duration settleTime, Duration ackInterval, Duration delay, Duration busyDelay,
        Duration callTimeout,
        int concurrency, boolean batching, boolean breakOnFirstError, IdempotentRepository idempotentRepository) {

    private static final Backoff AT_ONCE = new Backoff(Duration.ZERO, Duration.ZERO);

    /** What is wanted of the events of a user. */
    EventFilter filterOfUser() {
        return userFilter == null ? filter : userFilter;
    }

    DeliveryOptions forRoute() {
        return delivery(concurrency, batching, ackInterval, Backoff.REDELIVERY);
    }

    /** Whoever asks gets the next event, whichever chat it is of, and one that failed at once. */
    DeliveryOptions forReceivers() {
        return delivery(DeliveryOptions.INDEPENDENT, false, Duration.ZERO, AT_ONCE);
    }

    private DeliveryOptions delivery(int lanes, boolean batches, Duration acknowledging, Backoff redelivery) {
        return new DeliveryOptions(
                lanes, batches, limit, maxInFlight, maxResponseSize, settleTime, acknowledging, redelivery);
    }
}
