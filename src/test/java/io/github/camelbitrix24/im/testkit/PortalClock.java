package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The clock of an emulated portal: dates, the marker of an empty queue, the expiry of rows and tokens, and the limiters
 * go by it. It runs with the system's clock, shifted as far as it was advanced, until it is frozen.
 */
public final class PortalClock {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final Runnable onChange;
    private Duration shift = Duration.ZERO;
    private Instant frozen;
    private ZoneId zone = ZoneId.of("+03:00");

    PortalClock(Runnable onChange) {
        this.onChange = onChange;
    }

    public synchronized Instant now() {
        return frozen != null ? frozen : Instant.now().plus(shift);
    }

    public PortalClock advance(Duration duration) {
        synchronized (this) {
            if (frozen != null) {
                frozen = frozen.plus(duration);
            } else {
                shift = shift.plus(duration);
            }
        }
        onChange.run();
        return this;
    }

    public PortalClock freeze() {
        return freezeAt(now());
    }

    public PortalClock freezeAt(Instant instant) {
        synchronized (this) {
            frozen = instant;
        }
        onChange.run();
        return this;
    }

    /** Lets a frozen clock run on from where it stands. */
    public PortalClock run() {
        synchronized (this) {
            if (frozen != null) {
                shift = Duration.between(Instant.now(), frozen);
                frozen = null;
            }
        }
        onChange.run();
        return this;
    }

    public synchronized boolean isFrozen() {
        return frozen != null;
    }

    /** Runs with the system's clock again, whatever was done to it. */
    public PortalClock reset() {
        synchronized (this) {
            frozen = null;
            shift = Duration.ZERO;
        }
        onChange.run();
        return this;
    }

    /** The time zone of the portal's server; dates carry its offset. */
    public synchronized PortalClock zone(ZoneId serverZone) {
        zone = serverZone;
        return this;
    }

    synchronized String iso(Instant instant) {
        return ISO.format(OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone));
    }

    synchronized String zoneName() {
        return zone.getId();
    }

    static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / 1000 / 1e6;
    }
}
