package io.github.camelbitrix24.im.rest;

import java.net.URI;

/**
 * What came back over HTTP, whatever it is.
 *
 * @param status   the HTTP status
 * @param body     the whole body, empty if there was none
 * @param location where a redirect points to, or {@code null}; it may hold a secret
 */
public record HttpAnswer(int status, byte[] body, String location) {

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** The host that a redirect points to, which may be shown. */
    String redirectHost() {
        try {
            PortalAddress address = location == null ? null : PortalAddress.of(URI.create(location.trim()));
            return address == null ? null : address.host();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
