package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * The portal's clock as its last answer showed it, which goes on by our own source.
 *
 * @param shown   what it showed, or {@code null} if no answer has told
 * @param shownAt when, in nanoseconds of a monotonic source
 */
public record PortalClock(Instant shown, long shownAt) {

    public static final PortalClock UNKNOWN = new PortalClock(null, 0);

    Instant at(long now) {
        return shown == null ? null : shown.plus(Duration.ofNanos(now - shownAt));
    }

    PortalClock shows(Reading reading) {
        return reading.portalTime() == null ? this : new PortalClock(reading.portalTime(), reading.answeredAt());
    }
}
