package io.github.camelbitrix24.im.rest;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much of its time a call has left.
 */
final class TimeLeft {

    private final String method;
    private final Duration limit;
    private final LongSupplier nanoTime;
    private final long began;

    /**
     * @param limit    {@code null} for a call without a limit
     * @param nanoTime nanoseconds of a monotonic source
     */
    TimeLeft(String method, Duration limit, LongSupplier nanoTime) {
        this.method = method;
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /**
     * @return               {@code null} without a limit
     * @throws RestException if there is none left
     */
    Duration left() throws RestException {
        if (limit == null) {
            return null;
        }
        Duration left = limit.minusNanos(nanoTime.getAsLong() - began);
        if (left.isNegative() || left.isZero()) {
            throw isOver();
        }
        return left;
    }

    RestException isOver() {
        return RestException.noAnswer(method, "there was no time left to make the call",
                new NotSentException(new NoTimeLeftException()));
    }
}
