package io.github.camelbitrix24.im.rest;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a portal is: scheme, host and port, and nothing else, so that an address can be shown and logged safely.
 *
 * @param scheme {@code https}, or {@code http} where the configuration allows it
 * @param host   the host name, lower case
 * @param port   the port, or -1 for the scheme's own
 */
public record PortalAddress(String scheme, String host, int port) {

    private static final Pattern REST_PATH = Pattern.compile("/+rest(/|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");
    private static final Pattern LITERAL_ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

    /**
     * Reads the option {@code portalUrl}.
     *
     * @param  portalUrl                e.g. {@code https://acme.bitrix24.com}, without a path
     * @param  allowInsecureHttp        whether plain http is accepted to hosts other than this machine
     * @throws IllegalArgumentException naming the option and what to do; the message never holds more of the given text
     *                                  than its scheme and host
     */
    public static PortalAddress parse(String portalUrl, boolean allowInsecureHttp) {
        if (looksLikeWebhook(portalUrl)) {
            throw new IllegalArgumentException(secretUrlIn("portalUrl"));
        }
        URI uri;
        try {
            uri = new URI(portalUrl.trim());
        } catch (URISyntaxException e) {
            throw notAnAddress("it cannot be read as a URL");
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw notAnAddress("it has no scheme or no host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw notAnAddress("it has more than a scheme, a host and a port");
        }
        String path = uri.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            throw notAnAddress("it has a path");
        }
        PortalAddress address
                = new PortalAddress(
                        uri.getScheme().toLowerCase(Locale.ROOT), uri.getHost().toLowerCase(Locale.ROOT), uri.getPort());
        address.requireSafeScheme(allowInsecureHttp);
        return address;
    }

    /**
     * What to do about an option that holds a webhook's URL, or another with a secret in it.
     */
    public static String secretUrlIn(String option) {
        return "Option " + option + " holds a URL with a path under /rest or with a user; portalUrl takes the portal's address"
               + " only. Of a webhook URL https://HOST/rest/USER/SECRET/ set three options: portalUrl=https://HOST,"
               + " userId=USER and secret=SECRET.";
    }

    /**
     * Whether the text is a webhook's URL, or any other URL under {@code /rest}, so that it may hold a secret and must
     * not be shown.
     */
    public static boolean looksLikeWebhook(String portalUrl) {
        return portalUrl != null && REST_PATH.matcher(portalUrl).find();
    }

    /**
     * Whether the text is a URL under {@code /rest}, or one with a password in it, so that it must not be shown.
     */
    public static boolean mayHoldSecret(String text) {
        return looksLikeWebhook(text) || text != null && USER_INFO.matcher(text).find();
    }

    /**
     * Host and, where it is not the scheme's own, port: the name by which logs, headers and keys call this portal.
     */
    public String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    /**
     * The address as a URL without a path.
     */
    public String url() {
        return scheme + "://" + authority();
    }

    @Override
    public String toString() {
        return url();
    }

    private void requireSafeScheme(boolean allowInsecureHttp) {
        switch (scheme) {
            case "https" -> {
            }
            case "http" -> {
                if (!allowInsecureHttp && !isLoopback()) {
                    throw new IllegalArgumentException(
                            "Option portalUrl uses plain http to " + host + ", which would send the credentials unencrypted."
                                                       + " Use https, or set allowInsecureHttp=true if the network is trusted.");
                }
            }
            default -> throw notAnAddress("its scheme is neither https nor http");
        }
    }

    /**
     * Whether this is this machine itself, to which plain http is harmless.
     */
    public boolean isLoopback() {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return LITERAL_ADDRESS.matcher(host).matches() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static IllegalArgumentException notAnAddress(String why) {
        return new IllegalArgumentException(
                "Option portalUrl is not a portal's address: " + why + ". Write it like https://acme.bitrix24.com");
    }
}
