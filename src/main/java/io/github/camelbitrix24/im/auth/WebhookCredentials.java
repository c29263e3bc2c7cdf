package io.github.camelbitrix24.im.auth;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.Redaction;

/**
 * An incoming webhook of a portal: address, user and secret (Bitrix24 REST: how to call, webhooks). Made from its three
 * parts, or from the webhook's whole URL as the portal shows it.
 */
public final class WebhookCredentials implements Credentials {

    private static final Pattern WEBHOOK_PATH = Pattern.compile("/rest/([^/]+)/([^/]+)/?");
    private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

    private final PortalAddress portal;
    private final String user;
    private final String secret;

    /**
     * From the webhook's whole URL, e.g. {@code https://acme.bitrix24.com/rest/7/abc123/}. Plain http is accepted to
     * this machine only.
     *
     * @throws IllegalArgumentException if it is no webhook URL; the message does not show it
     */
    public WebhookCredentials(String webhookUrl) {
        this(webhookUrl, false);
    }

    /**
     * As {@link #WebhookCredentials(String)}, for a portal without https.
     *
     * @param allowInsecureHttp whether plain http is accepted to hosts other than this machine
     */
    public WebhookCredentials(String webhookUrl, boolean allowInsecureHttp) {
        this(split(webhookUrl), allowInsecureHttp);
    }

    /**
     * From the three parts of a webhook.
     *
     * @throws IllegalArgumentException naming the option that is missing or malformed; the message does not show the
     *                                  secret
     */
    public WebhookCredentials(PortalAddress portal, String user, String secret) {
        this.portal = portal;
        this.user = UserId.normalise(requireSegment("userId", user));
        this.secret = requireSegment("secret", secret);
    }

    private WebhookCredentials(String[] parts, boolean allowInsecureHttp) {
        this(PortalAddress.parse(parts[0], allowInsecureHttp), parts[1], parts[2]);
    }

    @Override
    public PortalAddress portal() {
        return portal;
    }

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
        return "/rest/" + user + "/" + secret + "/" + method;
    }

    @Override
    public String redact(String text) {
        return Redaction.of(text, secret);
    }

    /**
     * Host and user, and a fingerprint that tells two secrets apart without giving either away.
     */
    @Override
    public String toString() {
        return "webhook of user " + user + " at " + portal + " (secret #"
               + Fingerprint.of(String.join("\n", portal.url(), user, secret)) + ")";
    }

    private static String[] split(String webhookUrl) {
        URI uri;
        try {
            uri = URI.create(webhookUrl.trim());
        } catch (RuntimeException e) {
            throw notAWebhook();
        }
        Matcher path = WEBHOOK_PATH.matcher(uri.getRawPath() == null ? "" : uri.getRawPath());
        if (uri.getScheme() == null || uri.getRawAuthority() == null || !path.matches()) {
            throw notAWebhook();
        }
        return new String[] { uri.getScheme() + "://" + uri.getRawAuthority(), path.group(1), path.group(2) };
    }

    private static String requireSegment(String option, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "Option " + option + " is missing: an incoming webhook needs portalUrl, userId and secret.");
        }
        if (!PATH_SEGMENT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Option " + option + " has characters that no webhook has: copy only its part of"
                                               + " https://HOST/rest/USER/SECRET/");
        }
        return value;
    }

    private static IllegalArgumentException notAWebhook() {
        return new IllegalArgumentException(
                "This is not the URL of an incoming webhook: it looks like https://HOST/rest/USER/SECRET/");
    }
}
