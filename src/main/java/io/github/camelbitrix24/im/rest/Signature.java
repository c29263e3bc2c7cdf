package io.github.camelbitrix24.im.rest;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a request is signed with, until the portal does not take it any more. {@code toString} shows no secret.
 */
public interface Signature {

    /**
     * The path of a call, which may hold a secret: it must not be logged.
     *
     * @param method a well-formed method name
     */
    String path(String method);

    /**
     * The body of a call of a method: its parameters, and what proves in whose name it is made if that is not in the
     * path.
     */
    default ObjectNode sign(String method, ObjectNode params) {
        return params;
    }

    /**
     * The portal has taken it.
     */
    default void accepted() {
    }

    /**
     * Whether a refusal calls for another signature.
     *
     * @param code the portal's error code, or {@code null}
     */
    default boolean isStale(String code) {
        return false;
    }

    /**
     * What to sign with instead of a stale one.
     *
     * @param  atMost        how long to wait for it, or {@code null} for as long as it takes
     * @throws RestException if there is no other, or not now
     */
    default Signature renew(Duration atMost) throws RestException {
        return this;
    }
}
