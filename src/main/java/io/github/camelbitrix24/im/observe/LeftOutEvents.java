package io.github.camelbitrix24.im.observe;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many events a route did not get, by reason.
 */
public final class LeftOutEvents {

    private final AtomicLongArray counts = new AtomicLongArray(LeftOut.values().length);

    void note(LeftOut reason) {
        counts.incrementAndGet(reason.ordinal());
    }

    public long count(LeftOut reason) {
        return counts.get(reason.ordinal());
    }

    /**
     * How many for any reason.
     */
    public long count() {
        long sum = 0;
        for (LeftOut reason : LeftOut.values()) {
            sum += count(reason);
        }
        return sum;
    }
}
