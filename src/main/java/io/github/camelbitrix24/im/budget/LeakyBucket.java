package io.github.camelbitrix24.im.budget;

/**
 * How full the portal's bucket is: every request adds one, and it leaks at a steady rate; what does not fit is rejected
 * (Bitrix24 REST: limits). Kept on our side a little smaller than the portal's, since requests do not arrive as evenly
 * as they leave. Immutable.
 *
 * @param perSecond how much leaks in a second
 * @param capacity  how much fits
 * @param level     how full it was at {@code at}
 * @param at        nanoseconds of a monotonic source
 */
record LeakyBucket(double perSecond, double capacity, double level, long at) {

    private static final double MARGIN = 0.1;
    /** The part of the burst that may be used at once after a start: subscribing and the first poll. */
    private static final double AT_ONCE = 0.05;
    private static final double NANOS = 1e9;

    static LeakyBucket empty(double perSecond, int burst, long now) {
        return new LeakyBucket(perSecond, Math.max(1, Math.floor(burst * (1 - MARGIN))), 0, now);
    }

    /**
     * Whoever called the portal before, perhaps this integration before its restart, may have filled the bucket. So it
     * begins full but for a few requests, fewer than leak while a process starts: however often in a row it is
     * restarted, the portal has nothing to reject.
     */
    static LeakyBucket afterRestart(double perSecond, int burst, long now) {
        LeakyBucket empty = empty(perSecond, burst, now);
        double room = Math.max(1, Math.floor(burst * AT_ONCE));
        return new LeakyBucket(perSecond, empty.capacity, Math.max(0, empty.capacity - room), now);
    }

    /**
     * How long, in nanoseconds, until one more request fits; {@link Long#MAX_VALUE} if it cannot before one that is
     * under way is answered.
     *
     * @param underWay how many requests were made and not answered: they may reach the bucket at any time
     */
    long untilRoom(int underWay, long now) {
        if (underWay + 1 > capacity) {
            return Long.MAX_VALUE;
        }
        double over = levelAt(now) + underWay + 1 - capacity;
        return over <= 0 ? 0 : (long) Math.ceil(over / perSecond * NANOS);
    }

    /** How many more requests fit. */
    int room(int underWay, long now) {
        return (int) Math.max(0, Math.floor(capacity - levelAt(now) - underWay));
    }

    /** How many requests should still fit after one that nobody would miss. */
    int reserve() {
        return (int) (capacity * AT_ONCE);
    }

    /** How many requests that take long may be under way at once. */
    int half() {
        return Math.max(1, (int) (capacity / 2));
    }

    LeakyBucket plusOne(long now) {
        return new LeakyBucket(perSecond, capacity, levelAt(now) + 1, now);
    }

    /** The portal says that its bucket is full: others are filling it, too. */
    LeakyBucket full(long now) {
        return new LeakyBucket(perSecond, capacity, capacity, now);
    }

    /** The smaller of both settings, as full as this one, but no fuller than full. */
    LeakyBucket limitedTo(double otherPerSecond, int otherBurst, long now) {
        LeakyBucket other = empty(otherPerSecond, otherBurst, now);
        double smaller = Math.min(capacity, other.capacity);
        return new LeakyBucket(
                Math.min(perSecond, other.perSecond), smaller, Math.min(levelAt(now), smaller), now);
    }

    private double levelAt(long now) {
        return Math.max(0, level - (now - at) / NANOS * perSecond);
    }
}
