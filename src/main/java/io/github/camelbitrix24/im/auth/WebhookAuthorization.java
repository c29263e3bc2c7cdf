package io.github.camelbitrix24.im.auth;

import java.time.Duration;

import io.github.camelbitrix24.im.rest.CallAuthorization;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.Signature;

/**
 * Calls in the name of a webhook: its secret is in the path, and there is no other.
 *
 * @param credentials the webhook
 */
public record WebhookAuthorization(WebhookCredentials credentials) implements CallAuthorization, Signature {

    @Override
    public PortalAddress portal() {
        return credentials.portal();
    }

    @Override
    public String userId() {
        return credentials.userId();
    }

    @Override
    public Signature signature(Duration atMost) {
        return this;
    }

    @Override
    public String path(String method) {
        return credentials.path(method);
    }

    @Override
    public String redact(String text) {
        return credentials.redact(text);
    }
}
