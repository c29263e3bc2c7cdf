package io.github.camelbitrix24.im.rest;

/**
 * The connections of one caller to its portal, wherever that moves. Callers may share them.
 */
public interface PortalConnections {

    /**
     * The connection to an address, to be asked for anew for each call.
     */
    RestTransport to(PortalAddress address);

    /**
     * The caller begins: from now on what it uses is kept between its calls.
     */
    void begin();

    /**
     * The caller ends: what nobody else uses is closed.
     */
    void end();
}
