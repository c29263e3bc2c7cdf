package io.github.camelbitrix24.im.auth;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.Signature;

/**
 * Calls with one pair of tokens, for as long as the portal takes it.
 */
record TokenSignature(TokenAuthorization authorization, TokenPair pair) implements Signature {

    @Override
    public String path(String method) {
        return authorization.credentials().path(method);
    }

    /** In the body, not in the URL, which servers and proxies log. */
    @Override
    public ObjectNode sign(String method, ObjectNode params) {
        return Json.MAPPER.createObjectNode().<ObjectNode> setAll(params).put("auth", pair.accessToken());
    }

    @Override
    public void accepted() {
        session().accepted(pair);
    }

    @Override
    public boolean isStale(String code) {
        return session().isStale(pair, code);
    }

    @Override
    public Signature renew(Duration atMost) throws RestException {
        return new TokenSignature(authorization, session().renew(pair, atMost));
    }

    private TokenSession session() {
        return authorization.session();
    }

    @Override
    public String toString() {
        return pair.toString();
    }
}
