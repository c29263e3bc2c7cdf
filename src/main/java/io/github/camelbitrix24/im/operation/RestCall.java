package io.github.camelbitrix24.im.operation;

import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * A call of a REST method, ready to be made.
 *
 * @param alreadySo codes with which the portal says that nothing had to be done
 * @param underWay  codes with which it says that the same is being done just now
 */
record RestCall(String method, ObjectNode params, Set<String> alreadySo, Set<String> underWay) {

    RestCall(String method, ObjectNode params) {
        this(method, params, Set.of(), Set.of());
    }

    RestCall with(ObjectNode otherParams) {
        return new RestCall(method, otherParams, alreadySo, underWay);
    }

    RestCall orAlready(String... codes) {
        return new RestCall(method, params, Set.of(codes), underWay);
    }

    RestCall orUnderWay(String... codes) {
        return new RestCall(method, params, alreadySo, Set.of(codes));
    }

    boolean isAlreadySo(RestException refusal) {
        return refusal.hasCode(alreadySo);
    }

    boolean isUnderWay(RestException refusal) {
        return refusal.hasCode(underWay);
    }
}
