package io.github.camelbitrix24.im.delivery;

import java.time.Duration;

import io.github.camelbitrix24.im.budget.Backoff;

/**
 * The bounds of one consumer's delivery.
 *
 * @param concurrency how many chats are worked on at once; with 1 all events form one sequence; {@link #INDEPENDENT} to
 *                    let nothing wait for anything
 * @param batching    whether all waiting events of a lane are handed out together
 * @param limit       how many events a read asks for
 * @param maxInFlight how many events may be handed out and unfinished
 * @param maxBytes    how many bytes of unfinished events are kept, with the pages that they are parts of; an event that
 *                    comes below the bound is taken, whatever its size
 * @param settleTime  how long an id must have been visible before it is acknowledged
 * @param ackInterval how long finished events may wait for their acknowledgement while others are worked on
 * @param redelivery  the pauses before a failed handout comes again
 */
public record DeliveryOptions(int concurrency, boolean batching, int limit, int maxInFlight, long maxBytes,
        Duration settleTime, Duration ackInterval, Backoff redelivery) {

    /** The concurrency of events that do not wait for each other, whatever their chat. */
    public static final int INDEPENDENT = Integer.MAX_VALUE;
}
