package io.github.camelbitrix24.im.observe;

import java.time.Duration;

/**
 * What the portal's queue did that it should not. Times are nanoseconds of a monotonic source.
 */
final class QueueRecord {

    private Long lastTakenAway;
    private long takenAway;
    private Long lastReturn;
    private long returned;
    private long unreadable;

    synchronized void takenAway(int events, long now) {
        if (events > 0) {
            lastTakenAway = now;
            takenAway += events;
        }
    }

    synchronized void returned(int events, long now) {
        if (events > 0) {
            lastReturn = now;
            returned += events;
        }
    }

    synchronized void unreadable(long soFar) {
        unreadable = soFar;
    }

    synchronized QueueFaults faults(long now) {
        return new QueueFaults(age(lastTakenAway, now), takenAway, age(lastReturn, now), returned, unreadable);
    }

    private static Duration age(Long since, long now) {
        return since == null ? null : Duration.ofNanos(now - since);
    }
}
