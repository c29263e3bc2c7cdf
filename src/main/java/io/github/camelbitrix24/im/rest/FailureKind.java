package io.github.camelbitrix24.im.rest;

/**
 * What a failed call means for whoever made it.
 */
public enum FailureKind {

    /** Too many requests: the portal's rate limit. Passes within seconds. */
    THROTTLED,
    /** The portal refuses for a while: operating time used up, overload, maintenance. */
    BLOCKED,
    /** The credentials are wrong, revoked or expired: a person must act. */
    NOT_AUTHORISED,
    /** The credentials are good but do not allow this: scope, licence, access right. A person must act. */
    NOT_PERMITTED,
    /** The call itself is wrong: method, parameter, or a portal too old to know it. */
    BAD_REQUEST,
    /** The portal or the way to it is down. Passes by itself. */
    UNAVAILABLE,
    /** An answer that cannot be read: cut, garbled, oversized, or not the portal's. */
    MALFORMED;

    /**
     * Whether the same call can succeed later without anybody changing anything.
     */
    public boolean isTransient() {
        return switch (this) {
            case THROTTLED, BLOCKED, UNAVAILABLE, MALFORMED -> true;
            case NOT_AUTHORISED, NOT_PERMITTED, BAD_REQUEST -> false;
        };
    }
}
