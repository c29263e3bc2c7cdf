package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TokenRequest;
import io.github.camelbitrix24.im.rest.TransportOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.Handler;
import org.apache.camel.Header;

/**
 * Exchanges the code that a portal gives after a user has authorised an application for the first pair of tokens, and
 * puts it into the store of the credentials. A code is good for 30 seconds and one exchange (Bitrix24 REST: OAuth, full
 * protocol). As a bean in a route it takes the code from the header {@code code}.
 */
public final class AuthorizationCode {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_RESPONSE_SIZE = 1 << 20;
    private static final int ATTEMPTS = 10;

    private final OAuthCredentials credentials;

    /**
     * @param credentials the application and the store; no tokens are needed yet
     */
    public AuthorizationCode(OAuthCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The exchange as a step of a route.
     *
     * @return what was stored, whose text form shows fingerprints only
     */
    @Handler
    public TokenPair exchange(@Header("code") String code, CamelContext camelContext) throws RestException {
        return exchange(camelContext, credentials, code);
    }

    /**
     * @param  camelContext  whose settings of the components {@code http} and {@code https} apply (TLS, proxy)
     * @return               what was stored
     * @throws RestException if the server refuses the code, or the store does not take the tokens; then the user must
     *                       authorise again
     */
    public static TokenPair exchange(CamelContext camelContext, OAuthCredentials credentials, String code)
            throws RestException {
        if (code == null || code.isBlank()) {
            throw new IllegalArgumentException("There is no code to exchange: the portal sends it as the parameter code");
        }
        AuthorisationServer server = credentials.serverFor(null);
        CamelHttpTransport transport = new CamelHttpTransport(
                camelContext, new TransportOptions(server.address(), CONNECT_TIMEOUT, RESPONSE_TIMEOUT, MAX_RESPONSE_SIZE),
                null);
        transport.start();
        try {
            JsonNode answer = new TokenRequest(
                    transport, server.path(), text -> credentials.redact(text).replace(code, "xxxxxx"))
                    .send(Map.of("grant_type", "authorization_code", "client_id", credentials.clientId(),
                            "client_secret", credentials.clientSecret(), "code", code));
            return store(credentials, TokenJson.read(answer, credentials.clientId(), null));
        } finally {
            transport.stop();
        }
    }

    private static TokenPair store(OAuthCredentials credentials, TokenPair pair) throws RestException {
        if (!credentials.own(pair)) {
            throw failure("the code belongs to another portal than the credentials");
        }
        try {
            // whatever is stored is older than what a person has just authorised
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                if (credentials.store().replace(credentials.store().load(), pair)) {
                    return pair;
                }
            }
            throw failure("the tokens could not be stored, since others were being stored all the time");
        } catch (IOException | RuntimeException e) {
            throw failure("the tokens could not be stored: " + pair.redact(credentials.redact(e.toString())));
        }
    }

    private static RestException failure(String description) {
        return new RestException(FailureKind.NOT_AUTHORISED, TokenRequest.NAME, null, description, 0, null);
    }
}
