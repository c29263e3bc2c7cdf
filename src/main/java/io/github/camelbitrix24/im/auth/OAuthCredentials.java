package io.github.camelbitrix24.im.auth;

import java.net.URI;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.Redaction;

/**
 * An OAuth application of a portal and the tokens that it was given for a user (Bitrix24 REST: OAuth). The tokens are
 * refreshed when the portal says that they have expired; the current pair is in the {@link TokenStore}. Tokens are sent
 * in the body of calls, never in a URL.
 */
public final class OAuthCredentials implements Credentials {

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final PortalAddress portal;
    private final String clientId;
    private final String clientSecret;
    private final String user;
    private final TokenPair configured;
    private final AuthorisationServer server;
    private final TokenStore store;

    private OAuthCredentials(Builder builder) {
        portal = builder.portal;
        clientId = require("clientId", builder.clientId);
        clientSecret = require("clientSecret", builder.clientSecret);
        user = builder.userId == null || builder.userId.isBlank()
                ? "client-" + Fingerprint.of(clientId) : UserId.normalise(builder.userId);
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException("Option userId is no user's id: write its number.");
        }
        server = builder.oauthUrl == null ? null : AuthorisationServer.parse(builder.oauthUrl);
        boolean accessToken = builder.accessToken != null && !builder.accessToken.isBlank();
        if (builder.refreshToken == null || builder.refreshToken.isBlank()) {
            if (accessToken || builder.store == null) {
                throw new IllegalArgumentException(
                        "Option refreshToken is missing: an OAuth application needs portalUrl, clientId, clientSecret and"
                                                   + " refreshToken, or a tokenFile or tokenStore that holds the tokens.");
            }
            configured = null;
        } else {
            String refreshToken = require("refreshToken", builder.refreshToken);
            configured = new TokenPair(
                    accessToken ? require("accessToken", builder.accessToken) : null, refreshToken, clientId,
                    portal.url(), null, Fingerprint.of(refreshToken));
        }
        store = builder.store == null ? new MemoryTokenStore() : builder.store;
    }

    /**
     * Begins with the portal's address, e.g. {@code https://acme.bitrix24.com}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Builder of(String portalUrl) {
        return of(PortalAddress.parse(portalUrl, false));
    }

    /**
     * Begins with the portal's address.
     */
    public static Builder of(PortalAddress portal) {
        return new Builder(portal);
    }

    @Override
    public PortalAddress portal() {
        return portal;
    }

    /**
     * The user that is configured; else a name made from the client's id, since whose tokens they are is known to the
     * portal only. It stays the same over refreshes and restarts. Where one application reads as several users of a
     * portal, configure them.
     */
    @Override
    public String user() {
        return user;
    }

    @Override
    public String userId() {
        return user.matches("\\d+") ? user : null;
    }

    @Override
    public String path(String method) {
        return "/rest/" + method;
    }

    @Override
    public String redact(String text) {
        String redacted = Redaction.of(text, clientSecret);
        return configured == null ? redacted : configured.redact(redacted);
    }

    /**
     * Says of two that they may share what they know about the current tokens.
     */
    public Object sharingKey() {
        return new SharingKey(
                Fingerprint.of(String.join("\n", portal.url(), clientId, clientSecret,
                        configured == null ? "" : configured.refreshToken())),
                server, store instanceof MemoryTokenStore ? null : store);
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    TokenPair configured() {
        return configured;
    }

    TokenStore store() {
        return store;
    }

    boolean losesTokensAtRestart() {
        return store instanceof MemoryTokenStore;
    }

    /** @param pair the tokens, or {@code null} before there are any */
    AuthorisationServer serverFor(TokenPair pair) {
        return server != null
                ? server : AuthorisationServer.named(pair == null ? null : pair.server())
                        .orElse(AuthorisationServer.DEFAULT);
    }

    /** Tokens of another application or portal must not be sent to this one. */
    boolean own(TokenPair pair) {
        return (pair.clientId() == null || pair.clientId().equals(clientId))
                && (pair.portal() == null || isPortal(pair.portal()));
    }

    private boolean isPortal(String url) {
        try {
            return portal.equals(PortalAddress.of(URI.create(url)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Host and user, and a fingerprint that tells two applications apart.
     */
    @Override
    public String toString() {
        return "OAuth application of user " + user + " at " + portal + " (client #" + Fingerprint.of(clientId) + ")";
    }

    private static String require(String option, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "Option " + option + " is missing: an OAuth application needs portalUrl, clientId, clientSecret, and"
                                               + " accessToken and refreshToken or a tokenFile or tokenStore that holds them.");
        }
        if (!PRINTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Option " + option + " has blanks or other characters that Bitrix24 never uses.");
        }
        return value;
    }

    private record SharingKey(String fingerprint, AuthorisationServer server, TokenStore store) {
    }

    /**
     * Collects the parts of {@link OAuthCredentials}.
     */
    public static final class Builder {

        private final PortalAddress portal;
        private String clientId;
        private String clientSecret;
        private String userId;
        private String accessToken;
        private String refreshToken;
        private String oauthUrl;
        private TokenStore store;

        private Builder(PortalAddress portal) {
            this.portal = portal;
        }

        /** The application's {@code client_id} and {@code client_secret}. */
        public Builder client(String id, String secret) {
            clientId = id;
            clientSecret = secret;
            return this;
        }

        /** The first pair. Without it the store must hold one. */
        public Builder tokens(String access, String refresh) {
            accessToken = access;
            refreshToken = refresh;
            return this;
        }

        /** The user whose tokens they are, if it is known. */
        public Builder user(String id) {
            userId = id;
            return this;
        }

        /** The server that refreshes, if it is another than the tokens name. */
        public Builder oauthUrl(String url) {
            oauthUrl = url;
            return this;
        }

        /** Where rotated pairs are kept; without it they are lost with the process. */
        public Builder store(TokenStore tokenStore) {
            store = tokenStore;
            return this;
        }

        /**
         * @throws IllegalArgumentException naming the option that is missing or malformed, without its value
         */
        public OAuthCredentials build() {
            return new OAuthCredentials(this);
        }
    }
}
