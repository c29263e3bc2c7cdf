package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * What was to be sent cannot be read, or is not what it was when the call began.
 */
public final class UnreadableContentException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableContentException(String message, IOException cause) {
        super(message, cause);
    }
}
