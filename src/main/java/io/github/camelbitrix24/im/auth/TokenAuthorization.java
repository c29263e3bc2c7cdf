package io.github.camelbitrix24.im.auth;

import java.time.Duration;

import io.github.camelbitrix24.im.rest.CallAuthorization;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.Signature;

/**
 * Calls in the name of an OAuth application and its user.
 *
 * @param credentials the application
 * @param session     its tokens, which others may use, too
 */
public record TokenAuthorization(OAuthCredentials credentials, TokenSession session) implements CallAuthorization {

    @Override
    public PortalAddress portal() {
        return credentials.portal();
    }

    @Override
    public String userId() {
        return credentials.userId();
    }

    @Override
    public Signature signature(Duration atMost) throws RestException {
        return new TokenSignature(this, session.current(atMost));
    }

    @Override
    public String redact(String text) {
        return session.redact(text);
    }

    @Override
    public long changes() {
        return session.changes();
    }

    @Override
    public long refreshes() {
        return session.refreshes();
    }
}
