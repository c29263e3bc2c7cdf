package io.github.camelbitrix24.im.rest;

import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;

/**
 * One request of a call.
 *
 * @param method          a well-formed method name
 * @param params          its parameters, not signed
 * @param permit          what it was granted with; further requests that it takes must be granted after it
 * @param responseTimeout within which all of it must be over, or {@code null} for the configured times
 */
public record RestRequest(String method, Signature signature, ObjectNode params, Permit permit, Duration responseTimeout) {

    /**
     * The path on the portal, which may hold a secret: it must not be logged.
     */
    public String path() {
        return signature.path(method);
    }

    /**
     * The signed body.
     *
     * @throws JsonProcessingException if the parameters cannot be written
     */
    public RequestBody body() throws JsonProcessingException {
        return RequestBody.of(signature.sign(method, params));
    }

    RestRequest within(Duration left) {
        return new RestRequest(method, signature, params, permit, left);
    }

    /** Another one in the same name. */
    RestRequest asking(String otherMethod) {
        return new RestRequest(otherMethod, signature, Json.MAPPER.createObjectNode(), permit, responseTimeout);
    }
}
