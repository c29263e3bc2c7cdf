package io.github.camelbitrix24.im.operation;

import java.util.Set;

import io.github.camelbitrix24.im.rest.RestException;

/** How a portal says that it does not have a method. */
final class MissingMethods {

    /** The second one of a controller that is there, but without this action (observed behaviour of im 26.250). */
    private static final Set<String> CODES = Set.of("ERROR_METHOD_NOT_FOUND", "22002");

    private MissingMethods() {
    }

    static boolean isMissing(RestException refusal) {
        return refusal.hasCode(CODES);
    }
}
