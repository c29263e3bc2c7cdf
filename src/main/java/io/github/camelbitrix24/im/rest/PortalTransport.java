package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * Carries requests to one portal, wherever that is, and brings back whatever came, without judging it.
 */
public interface PortalTransport {

    /**
     * Posts a request.
     *
     * @throws IOException when no complete answer came: nothing is known of what the portal did
     */
    HttpAnswer post(RestRequest request) throws IOException;

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
