package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * The answer cannot be read: cut, garbled, oversized, or not a portal's. Whether the portal acted is not known.
 */
public final class Bitrix24ImMalformedAnswerException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImMalformedAnswerException(RestException failure) {
        super(failure);
    }
}
