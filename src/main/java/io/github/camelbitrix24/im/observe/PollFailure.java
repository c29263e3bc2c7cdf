package io.github.camelbitrix24.im.observe;

import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TokenRequest;

/**
 * Why polls fail, in words that may be shown to anybody.
 *
 * @param kind   what failed, or {@code null} if it was no call
 * @param reason what happened
 * @param code   the portal's error code, or {@code null}
 * @param advice what a person can do, or {@code null}
 * @param token  whether it was not a call to the portal but the refresh of the token for it
 * @param since  when the first of these failures was, in nanoseconds of a monotonic source
 */
record PollFailure(FailureKind kind, String reason, String code, String advice, boolean token,
        long since) {

    static PollFailure of(RestException e, long since) {
        return new PollFailure(
                e.kind(), e.getMessage(), e.code(), e.advice(), e.method().equals(TokenRequest.NAME),
                since);
    }

    static PollFailure of(Throwable e, long since) {
        return new PollFailure(null, "The poll ended in " + e.getClass().getName(), null, null, false, since);
    }

    static PollFailure notPermitted(Exception e, long since) {
        return new PollFailure(FailureKind.NOT_PERMITTED, e.getMessage(), null, null, false, since);
    }

    /** The same failure, when it is not the first in a row. */
    PollFailure since(long first) {
        return new PollFailure(kind, reason, code, advice, token, first);
    }
}
