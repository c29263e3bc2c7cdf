package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One bucket for each address that calls. A request that is rejected does not fill it. */
final class RateLimiter {

    private static final long ONE = 1_000_000_000;

    /** The level in thousand millionths of a request, so that what has leaked in a second is exactly that. */
    private record Bucket(long level, Instant at) {
    }

    private final PortalClock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private RateLimit limit = RateLimit.NONE;

    RateLimiter(PortalClock clock) {
        this.clock = clock;
    }

    void limit(RateLimit newLimit) {
        limit = newLimit;
        buckets.clear();
    }

    void admit(String address) {
        Instant now = clock.now();
        Bucket bucket = buckets.getOrDefault(address, new Bucket(0, now));
        long leaked = Math.round(Math.max(0, Duration.between(bucket.at(), now).toNanos()) * limit.leakPerSecond());
        long level = Math.max(0, bucket.level() - leaked);
        if (level + ONE > limit.burst() * ONE) {
            buckets.put(address, new Bucket(level, now));
            throw RestFailure.of("QUERY_LIMIT_EXCEEDED", "Too many requests", limit.status());
        }
        buckets.put(address, new Bucket(level + ONE, now));
    }
}
