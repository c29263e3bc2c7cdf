package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * The credentials are good but do not allow this call: scope, licence or access right; a person must act.
 */
public final class Bitrix24ImNotPermittedException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImNotPermittedException(RestException failure) {
        super(failure);
    }
}
