package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;

/**
 * A file was being posted by a call that the portal would carry out twice, and its answer was lost: nobody knows
 * whether the file is in the dialog. It is not sent again, neither by an error handler nor when its event comes again
 * as long as the application runs. Handle it where a person can look, or leave it: files of users whose credentials
 * have the scope {@code disk} are sent in a way that can be repeated.
 */
public final class Bitrix24ImDoubtfulException extends Bitrix24ImException {

    private static final long serialVersionUID = 1L;

    Bitrix24ImDoubtfulException(RestException failure) {
        super(failure);
    }

    /** Never: the same call again might post the file twice. */
    @Override
    public boolean isRetryable() {
        return false;
    }
}
