package io.github.camelbitrix24.im.testkit;

/**
 * The leaky bucket of a portal in the cloud: so many requests fit in, so many leak out a second, and what does not fit
 * is answered with {@code QUERY_LIMIT_EXCEEDED}, with status 503 by one page of the documentation and 429 by another.
 */
public record RateLimit(int burst, double leakPerSecond, int status) {

    public static final RateLimit STANDARD = new RateLimit(50, 2, 503);
    public static final RateLimit ENTERPRISE = new RateLimit(250, 5, 503);

    /** No limit, as on a portal of one's own. */
    public static final RateLimit NONE = new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, 503);

    public RateLimit withStatus(int other) {
        return new RateLimit(burst, leakPerSecond, other);
    }
}
