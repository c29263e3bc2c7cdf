package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * The call itself is wrong: its method, a parameter, or the portal is too old to know it.
 */
public final class Bitrix24ImBadRequestException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImBadRequestException(RestException failure) {
        super(failure);
    }
}
