package io.github.camelbitrix24.im.observe;

import java.time.Duration;

/**
 * What the portal's queue did that it should not. Of times that never were, the time since is {@code null}.
 *
 * @param sinceTakenAway the time since somebody else took events away
 * @param takenAway      how many events somebody else took away
 * @param sinceReturn    the time since events came again that had been acknowledged
 * @param returned       how many events came again that had been acknowledged
 * @param unreadable     how many events came without an id that can be read
 */
public record QueueFaults(Duration sinceTakenAway, long takenAway, Duration sinceReturn, long returned, long unreadable) {

    static final QueueFaults NONE = new QueueFaults(null, 0, null, 0, 0);
}
