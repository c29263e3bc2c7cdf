package io.github.camelbitrix24.im.delivery;

/**
 * The event that holds up its lane by failing.
 *
 * @param id       its id
 * @param attempts how many times it has failed
 * @param since    when it failed first, in nanoseconds of a monotonic source
 */
public record FailingHead(long id, int attempts, long since) {
}
