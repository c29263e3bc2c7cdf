package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.FormTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.Redaction;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TokenRequest;

/**
 * Exchanges an authorisation code for the first pair of tokens and stores it. A code is good for 30 seconds and one
 * exchange (Bitrix24 REST: OAuth, full protocol).
 */
public final class CodeExchange {

    private static final int ATTEMPTS = 10;
    private static final String SEE_TO_THE_STORE = "See to what keeps the tokens, and authorise the application again.";

    private final OAuthCredentials credentials;
    private final AuthorisationServer server;

    /**
     * @param credentials the application and the store; no tokens are needed yet
     */
    public CodeExchange(OAuthCredentials credentials) {
        this.credentials = credentials;
        this.server = credentials.serverFor(null);
    }

    /**
     * Where the code is exchanged.
     */
    public PortalAddress server() {
        return server.address();
    }

    /**
     * @param  transport     a connection to {@link #server}
     * @return               what was stored
     * @throws RestException if the server refuses the code, or the store does not take the tokens; then the user must
     *                       authorise again
     */
    public TokenPair exchange(FormTransport transport, String code) throws RestException {
        if (code == null || code.isBlank()) {
            throw new IllegalArgumentException("There is no code to exchange: the portal sends it as the parameter code");
        }
        JsonNode answer = new TokenRequest(
                transport, server.path(), text -> Redaction.of(credentials.redact(text), code))
                .send(Map.of("grant_type", "authorization_code", "client_id", credentials.clientId(),
                        "client_secret", credentials.clientSecret(), "code", code));
        return store(TokenJson.read(answer, credentials.clientId(), null));
    }

    private TokenPair store(TokenPair pair) throws RestException {
        if (!credentials.own(pair)) {
            throw failure("the code belongs to another portal than the credentials",
                    "Authorise the application at " + credentials.portal() + ".");
        }
        try {
            // whatever is stored is older than what a person has just authorised
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                if (StoreWrite.replace(credentials.store(), credentials.store().load(), pair).holdsTokensOf(pair)) {
                    return pair;
                }
            }
            throw failure("the tokens could not be stored, since others were being stored all the time", SEE_TO_THE_STORE);
        } catch (IOException | RuntimeException e) {
            throw failure("the tokens could not be stored: " + pair.redact(credentials.redact(e.toString())), SEE_TO_THE_STORE);
        }
    }

    private static RestException failure(String description, String advice) {
        return RestException.unusable(FailureKind.NOT_AUTHORISED, TokenRequest.NAME, description, 0, advice);
    }
}
