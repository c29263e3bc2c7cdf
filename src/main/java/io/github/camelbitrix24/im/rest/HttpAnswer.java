package io.github.camelbitrix24.im.rest;

/**
 * What came back over HTTP, whatever it is.
 *
 * @param status   the HTTP status
 * @param body     the whole body, empty if there was none
 * @param location the host that a redirect points to, or {@code null}
 */
public record HttpAnswer(int status, byte[] body, String location) {

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }
}
