package io.github.camelbitrix24.im.rest;

import java.time.Duration;

/**
 * How one portal is reached.
 *
 * @param address         where it is
 * @param connectTimeout  how long a connection may take to be made
 * @param responseTimeout how long the portal may be silent before a call counts as failed
 * @param maxResponseSize how many bytes of an answer are read at most
 */
public record TransportOptions(PortalAddress address, Duration connectTimeout, Duration responseTimeout,
        long maxResponseSize) {

    /**
     * The same to another server.
     */
    public TransportOptions to(PortalAddress server) {
        return new TransportOptions(server, connectTimeout, responseTimeout, maxResponseSize);
    }
}
