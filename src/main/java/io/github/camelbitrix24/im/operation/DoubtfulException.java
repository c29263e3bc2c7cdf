package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * Nobody knows whether something was posted, and doing it again could do it twice.
 */
public final class DoubtfulException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RestException failure;

    DoubtfulException(RestException failure) {
        super(failure.explanation());
        this.failure = failure;
    }

    /** Why there is no answer. */
    public RestException failure() {
        return failure;
    }
}
