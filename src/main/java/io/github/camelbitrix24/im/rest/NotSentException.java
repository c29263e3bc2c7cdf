package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * The call was not made, so the portal certainly did not act.
 */
final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(String message) {
        super(message);
    }

    NotSentException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** As people read it, to whom this class says nothing. */
    @Override
    public String toString() {
        return getCause() == null ? getMessage() : getCause().toString();
    }
}
