package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * Too many requests; the same call succeeds seconds later.
 */
public final class Bitrix24ImThrottledException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImThrottledException(RestException failure) {
        super(failure);
    }
}
