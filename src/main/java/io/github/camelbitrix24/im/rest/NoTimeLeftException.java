package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * The time that its caller allowed was over before the portal's request budget had room for the call.
 */
final class NoTimeLeftException extends IOException {

    private static final long serialVersionUID = 1L;

    NoTimeLeftException() {
        super("no time left");
    }
}
