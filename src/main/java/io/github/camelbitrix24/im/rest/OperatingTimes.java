package io.github.camelbitrix24.im.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * When may a method be called again that has used up its operating time? The refusal does not say, the last answer
 * before it did: by the portal's clock, which is carried on from that answer (Bitrix24 REST: limits).
 */
final class OperatingTimes {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** The portal gives whole seconds. */
    private static final Duration REST_OF_THE_SECOND = Duration.ofSeconds(1);

    private record Seen(Instant portalTime, Instant resetAt, long at) {
    }

    private final Map<String, Seen> lastSeen = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /**
     * @param nanos a monotonic source
     */
    OperatingTimes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void answered(String method, PortalTime time) {
        if (time.start() != null && time.operatingResetAt() != null) {
            lastSeen.put(key(method), new Seen(time.start(), time.operatingResetAt(), nanos.getAsLong()));
        }
    }

    /**
     * How long to wait before the method is called again, or {@code null} if that is not known.
     */
    Duration untilReset(String method) {
        Seen seen = lastSeen.get(key(method));
        if (seen == null) {
            return null;
        }
        Instant portalNow = seen.portalTime.plusNanos(nanos.getAsLong() - seen.at);
        Duration wait = Duration.between(portalNow, seen.resetAt).plus(REST_OF_THE_SECOND);
        if (wait.isNegative() || wait.isZero()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
