package io.github.camelbitrix24.im.rest;

import java.time.Duration;

/**
 * How much of its time a call has left.
 */
final class TimeLeft {

    private final String method;
    private final Duration limit;
    private final long began = System.nanoTime();

    /**
     * @param limit {@code null} for a call without a limit
     */
    TimeLeft(String method, Duration limit) {
        this.method = method;
        this.limit = limit;
    }

    /**
     * @return               {@code null} without a limit
     * @throws RestException if there is none left
     */
    Duration left() throws RestException {
        if (limit == null) {
            return null;
        }
        Duration left = limit.minusNanos(System.nanoTime() - began);
        if (left.isNegative() || left.isZero()) {
            throw isOver();
        }
        return left;
    }

    RestException isOver() {
        return new RestException(
                FailureKind.UNAVAILABLE, method, null, "there was no time left to make the call", 0,
                new NotSentException("no time left"));
    }
}
