package io.github.camelbitrix24.im;

import java.util.regex.Pattern;

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

    /** A portal or a library may quote an address in its own texts. */
    private static final Pattern BEHIND_THE_HOST = Pattern.compile("(?i)(https?://[^/?#\\s\"'<>]+)[^\\s\"'<>]*");

    static PollFailure of(RestException e, long since) {
        return new PollFailure(e.kind(), withoutPaths(e.getMessage()), e.code(), e.advice(), e.method().equals(TokenRequest.NAME),
                since);
    }

    static PollFailure of(Throwable e, long since) {
        return new PollFailure(null, "The poll ended in " + e.getClass().getName(), null, null, false, since);
    }

    private static String withoutPaths(String text) {
        return BEHIND_THE_HOST.matcher(text).replaceAll("$1");
    }

    /** The same failure, when it is not the first in a row. */
    PollFailure since(long first) {
        return new PollFailure(kind, reason, code, advice, token, first);
    }
}
