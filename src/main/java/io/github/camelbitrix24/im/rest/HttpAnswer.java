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

    /** Where a redirect points to, without what may be secret; {@code null} if it names no host. */
    PortalAddress redirectsTo() {
        try {
            return location == null ? null : PortalAddress.of(URI.create(location.trim()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
