package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * No connection was made, so the portal certainly did not act.
 */
final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
