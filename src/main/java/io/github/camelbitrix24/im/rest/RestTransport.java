package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.time.Duration;

import io.github.camelbitrix24.im.budget.Permit;

/**
 * Carries one POST to one portal and brings back whatever came, without judging it.
 */
public interface RestTransport {

    /**
     * Posts JSON. Follows no redirect, keeps no cookie and repeats nothing.
     *
     * @param  path            the path on the portal, credentials included; it must not be logged
     * @param  json            the request body
     * @param  responseTimeout within which all of the call must be over, or {@code null} for the configured times
     * @throws IOException     when no complete answer came: nothing is known of what the portal did
     */
    HttpAnswer post(String path, byte[] json, Duration responseTimeout) throws IOException;

    /**
     * Posts a request that was granted.
     *
     * @param permit what it was granted with; if the call takes further requests, they must be granted after it
     */
    default HttpAnswer post(String path, byte[] json, Duration responseTimeout, Permit permit) throws IOException {
        return post(path, json, responseTimeout);
    }

    /**
     * The caller begins: from now on connections are kept for it between its calls. Calls may be made without.
     */
    default void begin() {
    }

    /**
     * The caller ends: what nobody else uses is closed.
     */
    default void end() {
    }
}
