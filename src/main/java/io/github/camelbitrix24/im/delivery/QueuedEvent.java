package io.github.camelbitrix24.im.delivery;

import java.time.Instant;

/**
 * An event in the portal's queue.
 *
 * @param id         its id
 * @param recordedAt when the portal recorded it, by its own clock; {@code null} if it does not say
 * @param firstSeen  when it was first read, in nanoseconds of a monotonic source
 */
public record QueuedEvent(long id, Instant recordedAt, long firstSeen) {
}
