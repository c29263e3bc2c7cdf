package io.github.camelbitrix24.im.observe;

import java.time.Duration;

import io.github.camelbitrix24.im.delivery.DeliveryState;

/**
 * All that is known of a consumer at one moment. Of times that never were, the time since is {@code null}.
 *
 * @param paused       whether it was suspended
 * @param overdue      how long it has waited for an answer, if that is longer than an answer may take
 * @param failure      why the last poll failed, or {@code null} if it did not
 * @param failingFor   how long polls have failed in this way
 * @param sinceSuccess the time since the last poll that succeeded
 * @param lookedAgo    the same, or if none did, the time since it was started
 * @param sinceEvent   the time since the last event came
 * @param queue        what the portal's queue did that it should not
 * @param delivery     the figures of the delivery
 * @param oldest       the age of the oldest event that is known and was not acknowledged
 * @param stuckFor     how long the event has failed that fails most
 */
public record ConsumerFacts(boolean paused, Duration overdue, PollFailure failure, Duration failingFor, Duration sinceSuccess,
        Duration lookedAgo, Duration sinceEvent, QueueFaults queue, DeliveryState delivery, Duration oldest,
        Duration stuckFor) {

    /** Of a consumer that was never started. */
    public static final ConsumerFacts NONE
            = new PollRecord(0, Duration.ZERO).facts(false, QueueFaults.NONE, DeliveryState.NONE, 0);

    /**
     * How old the oldest event can be that was not acknowledged. While polls do not succeed nobody knows what waits at
     * the portal: it may be there since it was looked last.
     */
    public Duration lag() {
        return isBlind() && lookedAgo.compareTo(oldest) > 0 ? lookedAgo : oldest;
    }

    private boolean isBlind() {
        return !paused && (sinceSuccess == null || failure != null || overdue != null);
    }
}
