package io.github.camelbitrix24.im.budget;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The portal's own bucket, which takes a request when that arrives, and must never run over. */
final class PortalBucket {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int burst;
    private double level;
    private long at;

    PortalBucket(double perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    void take(long now) {
        level = Math.max(0, level - (now - at) / NANOS * perSecond) + 1;
        at = now;
        assertTrue(level <= burst, () -> level + " in a bucket for " + burst);
    }
}
