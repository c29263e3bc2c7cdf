package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * The portal or the way to it is down; the same call may succeed later. Whether the portal acted is not known.
 */
public final class Bitrix24ImUnavailableException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImUnavailableException(RestException failure) {
        super(failure);
    }
}
