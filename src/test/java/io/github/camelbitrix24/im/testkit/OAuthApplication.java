package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An application that calls the portal with OAuth 2.0 tokens instead of a webhook. Its authorisation server listens on
 * the portal's own port.
 */
public final class OAuthApplication {

    final PortalState portal;
    final Set<String> scopes = new LinkedHashSet<>(List.of("im"));
    boolean installed = true;
    String refusal = "";
    private final String clientId;
    private final String clientSecret;

    OAuthApplication(PortalState portal, String clientId, String clientSecret) {
        this.portal = portal;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** Where tokens are refreshed. */
    public String tokenUrl() {
        return portal.url() + "/oauth/token/";
    }

    public OAuthApplication scopes(String... names) {
        return with(() -> {
            scopes.clear();
            scopes.addAll(List.of(names));
        });
    }

    /** Tokens for a user, as the application's installation hands them out. */
    public TokenPair tokens(long userId) {
        return portal.monitor.write(() -> portal.oauth.issue(this, portal.directory.user(userId).id));
    }

    /** A code that can be exchanged for tokens within 30 s. */
    public String authorizationCode(long userId) {
        return portal.monitor.write(() -> portal.oauth.code(this, portal.directory.user(userId).id));
    }

    /** All access tokens given so far are too old, and refused, from now on; refresh tokens are not. */
    public OAuthApplication expireAccessTokens() {
        return with(() -> {
            portal.oauth.expireAccessTokens(this);
            portal.accessTokens.forget(this);
        });
    }

    /**
     * As {@link #expireAccessTokens()}, but the portal does not notice where it has asked about a token before: it
     * keeps the authorisation server's verdict for an hour, and accepts the token until then.
     */
    public OAuthApplication expireAccessTokensUnnoticed() {
        return with(() -> portal.oauth.expireAccessTokens(this));
    }

    /** All refresh tokens given so far are worthless: the user has to authorise anew. */
    public OAuthApplication revokeRefreshTokens() {
        return with(() -> portal.oauth.revokeRefreshTokens(this));
    }

    /**
     * The authorisation server's verdict on the application's tokens from now on, for example {@code PAYMENT_REQUIRED}.
     */
    public OAuthApplication refusedWith(String code) {
        return with(() -> refusal = code);
    }

    public OAuthApplication noLongerRefused() {
        return with(() -> refusal = "");
    }

    public OAuthApplication uninstalled() {
        return with(() -> installed = false);
    }

    /** Is back, with the tokens that it had. */
    public OAuthApplication reinstalled() {
        return with(() -> installed = true);
    }

    private OAuthApplication with(Runnable change) {
        portal.monitor.run(change);
        return this;
    }
}
