package io.github.camelbitrix24.im.rest;

/**
 * The answer to a call that succeeded.
 *
 * @param result what the call was made for
 * @param time   the portal's clock while it answered
 * @param sentAt when the request left, after its wait for the budget: nanoseconds of a monotonic source
 */
public record RestAnswer<T>(T result, PortalTime time, long sentAt) {
}
