package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.auth.CodeExchange;
import io.github.camelbitrix24.im.auth.OAuthCredentials;
import io.github.camelbitrix24.im.auth.TokenPair;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.RestException;
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
     * @param  code                the code that the portal gave
     * @param  camelContext        the context of the route
     * @return                     what was stored, whose text form shows fingerprints only
     * @throws Bitrix24ImException if the server refuses the code, or the store does not take the tokens; then the user
     *                             must authorise again
     */
    @Handler
    public TokenPair exchange(@Header("code") String code, CamelContext camelContext) throws Bitrix24ImException {
        return exchange(camelContext, credentials, code);
    }

    /**
     * The exchange from Java.
     *
     * @param  camelContext        whose settings of the components {@code http} and {@code https} apply (TLS, proxy)
     * @param  credentials         the application and the store; no tokens are needed yet
     * @param  code                the code that the portal gave
     * @return                     what was stored
     * @throws Bitrix24ImException if the server refuses the code, or the store does not take the tokens; then the user
     *                             must authorise again
     */
    public static TokenPair exchange(CamelContext camelContext, OAuthCredentials credentials, String code)
            throws Bitrix24ImException {
        CodeExchange exchange = new CodeExchange(credentials);
        CamelHttpTransport transport = new CamelHttpTransport(
                camelContext, new TransportOptions(exchange.server(), CONNECT_TIMEOUT, RESPONSE_TIMEOUT, MAX_RESPONSE_SIZE),
                null, System::nanoTime);
        transport.start();
        try {
            return exchange.exchange(transport, code);
        } catch (RestException e) {
            throw Bitrix24ImException.of(e);
        } finally {
            transport.stop();
        }
    }
}
