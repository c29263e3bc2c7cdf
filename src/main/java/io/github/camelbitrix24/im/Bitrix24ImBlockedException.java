package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * The portal refuses calls for a while: operating time used up, overload, maintenance, or it has moved.
 */
public final class Bitrix24ImBlockedException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImBlockedException(RestException failure) {
        super(failure);
    }
}
