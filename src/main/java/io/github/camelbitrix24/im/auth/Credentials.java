package io.github.camelbitrix24.im.auth;

import io.github.camelbitrix24.im.rest.PortalAddress;

/**
 * With what, and as whom, a portal is called. Put an instance into the registry and name it in the option
 * {@code credentials}, and nothing secret stands in a URI. {@code toString} never shows a secret.
 */
public sealed interface Credentials permits WebhookCredentials, OAuthCredentials {

    /**
     * The portal that these credentials are for.
     */
    PortalAddress portal();

    /**
     * The user whom the credentials name, or a name that stands for it and holds nothing secret. Whose queue is read is
     * decided by the portal, which may have transferred the webhook to another user.
     */
    String user();

    /**
     * The id of that user, or {@code null} if the credentials do not tell it.
     */
    String userId();

    /**
     * The path of a call, which may hold a secret: it must not be logged.
     *
     * @param method a well-formed method name
     */
    String path(String method);

    /**
     * Takes the secret out of a text that somebody else wrote, such as an error description.
     */
    String redact(String text);
}
