package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * The credentials are wrong, revoked or expired; a person must act.
 */
public final class Bitrix24ImNotAuthorisedException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImNotAuthorisedException(RestException failure) {
        super(failure);
    }
}
