package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.delivery.DeliveryState;

/**
 * All that is known of a consumer at one moment. Of times that never were, the time since is {@code null}.
 *
 * @param paused          whether it was suspended
 * @param failure         why the last poll failed, or {@code null} if it did not
 * @param failingFor      how long polls have failed in this way
 * @param sinceSuccess    the time since the last poll that succeeded
 * @param sinceEvent      the time since the last event came
 * @param sinceTheft      the time since somebody else took events away
 * @param eventsTakenAway how many events somebody else took away
 * @param delivery        the figures of the delivery
 * @param lag             the age of the oldest event that was not acknowledged
 * @param stuckFor        how long the event has failed that fails most
 */
record ConsumerFacts(boolean paused, PollFailure failure, Duration failingFor, Duration sinceSuccess, Duration sinceEvent,
        Duration sinceTheft, long eventsTakenAway, DeliveryState delivery, Duration lag, Duration stuckFor) {
}
