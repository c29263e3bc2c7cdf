package io.github.camelbitrix24.im.auth;

import io.github.camelbitrix24.im.rest.PortalAddress;

/**
 * With what, and as whom, a portal is called. Put an instance into the registry and name it in the option
 * {@code credentials}, and nothing secret stands in a URI. {@code toString} never shows a secret.
 */
public sealed interface Credentials permits WebhookCredentials {

    /**
     * The portal that these credentials are for.
     */
    PortalAddress portal();

    /**
     * The user whom the credentials name. Whose queue is read is decided by the portal, which may have transferred the
     * webhook to another user.
     */
    String user();

    /**
     * The path of a call, credentials included: it must not be logged.
     *
     * @param method a well-formed method name
     */
    String path(String method);

    /**
     * Takes the secret out of a text that somebody else wrote, such as an error description.
     */
    String redact(String text);
}
