package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.FormTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TokenRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From one pair of tokens to the next: out of the store, if another node was faster, else from the authorisation server
 * and into the store. One thread at a time does it.
 */
final class TokenRotation {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRotation.class);
    private static final int ATTEMPTS = 2;
    /** Between the server's answer to another node and that node's write to the store. */
    private static final List<Duration> OTHER_NODE_STORES = List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

    private final OAuthCredentials credentials;
    private final Function<PortalAddress, FormTransport> servers;
    private final Pause pause;
    private final AtomicLong refreshes = new AtomicLong();

    private volatile TokenPair seen;
    private volatile TokenPair unstored;

    /** @param pause how to wait for another node's write */
    TokenRotation(OAuthCredentials credentials, Function<PortalAddress, FormTransport> servers, Pause pause) {
        this.credentials = credentials;
        this.servers = servers;
        this.pause = pause;
    }

    long refreshes() {
        return refreshes.get();
    }

    /** What is stored, unless it descends from other tokens than those that are configured. */
    TokenPair first() throws RestException {
        TokenPair configured = credentials.configured();
        seen = load();
        if (configured == null && seen == null) {
            throw failure(FailureKind.NOT_AUTHORISED,
                    "there are no tokens yet in " + credentials.store() + ", so authorise the application", null);
        }
        boolean stored = seen != null
                && (configured == null || seen.origin() == null || seen.origin().equals(configured.origin()));
        if (credentials.losesTokensAtRestart()) {
            LOG.warn("The tokens of {} are kept in memory only: once they are refreshed, those that are configured are"
                     + " worthless, and after a restart the application must be authorised again. Set tokenFile or tokenStore.",
                    credentials);
        }
        return stored ? seen : configured;
    }

    TokenPair next(TokenPair stale) throws RestException {
        TokenPair found = load();
        if (found != null && !found.holdsTokensOf(seen)) {
            if (!found.holdsTokensOf(stale)) {
                return adopt(found);
            }
            seen = found;
        }
        if (unstored == null) {
            try {
                unstored = refresh(stale);
            } catch (RestException e) {
                if (!"invalid_grant".equalsIgnoreCase(e.code())) {
                    throw e;
                }
                return awaitStored(stale, e);
            }
        }
        return store();
    }

    /** What another node, or a person, has stored by now. */
    TokenPair stored(TokenPair stale, RestException otherwise) throws RestException {
        TokenPair found = load();
        if (found == null || found.holdsTokensOf(stale)) {
            throw otherwise;
        }
        return adopt(found);
    }

    /** A pair of ours that could not be stored until now is older: it must not be written over this one later. */
    private TokenPair adopt(TokenPair found) {
        seen = found;
        unstored = null;
        return found;
    }

    String redact(String text) {
        TokenPair pair = unstored;
        return pair == null ? text : pair.redact(text);
    }

    private TokenPair awaitStored(TokenPair stale, RestException refusal) throws RestException {
        for (Duration wait : OTHER_NODE_STORES) {
            try {
                return stored(stale, refusal);
            } catch (RestException e) {
                if (e != refusal || credentials.losesTokensAtRestart() || !hasPassed(wait)) {
                    throw e;
                }
            }
        }
        return stored(stale, refusal);
    }

    private boolean hasPassed(Duration wait) {
        try {
            return pause.await(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A refresh whose answer got lost may have happened or not: the same token tells. */
    private TokenPair refresh(TokenPair stale) throws RestException {
        AuthorisationServer server = credentials.serverFor(stale);
        TokenRequest request = new TokenRequest(
                servers.apply(server.address()), server.path(), text -> stale.redact(credentials.redact(text)));
        Map<String, String> form = Map.of("grant_type", "refresh_token", "client_id", credentials.clientId(),
                "client_secret", credentials.clientSecret(), "refresh_token", stale.refreshToken());
        for (int attempt = 1;; attempt++) {
            try {
                JsonNode answer = request.send(form);
                refreshes.incrementAndGet();
                return next(stale, answer);
            } catch (RestException e) {
                if (attempt == ATTEMPTS || e.kind() != FailureKind.UNAVAILABLE || e.isTooMuch()) {
                    throw e;
                }
                LOG.debug("{} Trying again with the same refresh token.", e.getMessage());
            }
        }
    }

    private TokenPair next(TokenPair stale, JsonNode answer) {
        TokenPair pair = TokenJson.read(answer, credentials.clientId(), stale.origin());
        return new TokenPair(
                pair.accessToken(), pair.refreshToken(), pair.clientId(), credentials.portal().url(),
                pair.server() == null ? stale.server() : pair.server(), pair.origin());
    }

    private TokenPair store() throws RestException {
        TokenPair stored;
        try {
            stored = StoreWrite.replace(credentials.store(), seen, unstored);
        } catch (IOException | RuntimeException e) {
            throw failure(FailureKind.UNAVAILABLE,
                    "the new tokens are not used until they are stored, and the store did not take them: ", e);
        }
        if (!stored.holdsTokensOf(unstored)) {
            requireOwn(stored);
            LOG.warn("The tokens of {} were replaced by another node meanwhile; its tokens are used.", credentials);
            return adopt(stored);
        }
        LOG.info("The tokens of {} were refreshed.", credentials);
        return adopt(unstored);
    }

    private TokenPair load() throws RestException {
        TokenPair found;
        try {
            found = credentials.store().load();
        } catch (IOException | RuntimeException e) {
            throw failure(FailureKind.UNAVAILABLE, "the token store cannot be read: ", e);
        }
        if (found != null) {
            requireOwn(found);
        }
        return found;
    }

    private void requireOwn(TokenPair found) throws RestException {
        if (!credentials.own(found)) {
            throw failure(FailureKind.NOT_AUTHORISED,
                    credentials.store() + " holds tokens of another application or portal; give each its own tokenFile or"
                                                      + " tokenStore, and after a change of the portal's address correct"
                                                      + " the client_endpoint that is stored",
                    null);
        }
    }

    private RestException failure(FailureKind kind, String description, Exception cause) {
        return RestException.unusable(
                kind, TokenRequest.NAME,
                cause == null ? description : description + redact(credentials.redact(cause.toString())), 0,
                cause == null ? null : "See to what keeps the tokens: " + credentials.store() + ".");
    }
}
