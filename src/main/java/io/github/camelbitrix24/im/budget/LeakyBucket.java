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
    private static final double NANOS = 1e9;

    static LeakyBucket empty(double perSecond, int burst, long now) {
        return new LeakyBucket(perSecond, Math.max(1, Math.floor(burst * (1 - MARGIN))), 0, now);
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

    LeakyBucket plusOne(long now) {
        return new LeakyBucket(perSecond, capacity, levelAt(now) + 1, now);
    }

    /** The portal says that its bucket is full: others are filling it, too. */
    LeakyBucket full(long now) {
        return new LeakyBucket(perSecond, capacity, capacity, now);
    }

    /** The smaller of both settings, as full as this one. */
    LeakyBucket limitedTo(double otherPerSecond, int otherBurst, long now) {
        LeakyBucket other = empty(otherPerSecond, otherBurst, now);
        return new LeakyBucket(
                Math.min(perSecond, other.perSecond), Math.min(capacity, other.capacity), levelAt(now), now);
    }

    private double levelAt(long now) {
        return Math.max(0, level - (now - at) / NANOS * perSecond);
    }
}
