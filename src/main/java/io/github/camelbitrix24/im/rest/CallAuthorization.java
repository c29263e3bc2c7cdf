package io.github.camelbitrix24.im.rest;

import java.time.Duration;

/**
 * What a call needs of somebody's credentials. Thread-safe.
 */
public interface CallAuthorization {

    /**
     * The portal that they are for.
     */
    PortalAddress portal();

    /**
     * The id of the user whom they name, or {@code null} if they do not tell it.
     */
    String userId();

    /**
     * What requests are signed with now.
     *
     * @param  atMost        how long to wait for it, or {@code null} for as long as it takes
     * @throws RestException if there is nothing to sign with, or not in time
     */
    Signature signature(Duration atMost) throws RestException;

    /**
     * Takes the secrets out of a text that somebody else wrote, such as an error description.
     */
    String redact(String text);

    /**
     * How often another signature took the place of the one before: it may be that of another user.
     */
    default long changes() {
        return 0;
    }

    /**
     * How often a token was refreshed.
     */
    default long refreshes() {
        return 0;
    }
}
