package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.apache.camel.spi.ShutdownStrategy;

/**
 * How long a stop may still take: as long as Camel's shutdown strategy allows, counted from when Camel began to shut
 * down.
 */
public final class StopTime {

    /** What is settled can be acknowledged at once. */
    private static final Duration WHEN_OVER = Duration.ofSeconds(1);

    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final LongSupplier nanoTime;
    private Long begunAt;
    private boolean forced;

    public StopTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public synchronized void begin() {
        begunAt = begunAt == null ? nanoTime.getAsLong() : begunAt;
    }

    public synchronized void force() {
        forced = true;
    }

    public synchronized void reset() {
        begunAt = null;
        forced = false;
    }

    public synchronized Duration left(ShutdownStrategy strategy) {
        if (forced) {
            return WHEN_OVER;
        }
        begin();
        // to Camel 0 is no limit
        Duration allowed = strategy.getTimeout() <= 0
                ? NO_LIMIT : Duration.of(strategy.getTimeout(), strategy.getTimeUnit().toChronoUnit());
        Duration left = allowed.minusNanos(nanoTime.getAsLong() - begunAt);
        return left.compareTo(WHEN_OVER) < 0 ? WHEN_OVER : left;
    }
}
