package io.github.camelbitrix24.im.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a portal is: scheme, host and port, and nothing else, so that an address can be shown and logged safely. One
 * place has one address, however it was spelled: upper case, the scheme's own port, a dot at the end and letters of
 * other alphabets make no difference.
 *
 * @param scheme {@code https}, or {@code http} where the configuration allows it
 * @param host   the host name, lower case
 * @param port   the port, or -1 for the scheme's own
 */
public record PortalAddress(String scheme, String host, int port) {

    private static final Pattern REST_PATH = Pattern.compile("/+rest(/|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");
    /** {@link URI} finds no host in what is no host name by the standards: underscores, letters of other alphabets. */
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^\\[\\]:]*)(?::([0-9]*))?");
    private static final int MAX_PORT = 65_535;

    /**
     * @throws IllegalArgumentException if that is no host, or no port
     */
    public PortalAddress {
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = HostName.normalise(host);
        if (port == 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("not a port");
        }
        port = port == (scheme.equals("https") ? 443 : 80) ? -1 : port;
    }

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
        if (uri.getScheme() == null || uri.getRawAuthority() == null) {
            throw notAnAddress("it has no scheme or no host");
        }
        if (uri.getRawAuthority().contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw notAnAddress("it has more than a scheme, a host and a port");
        }
        String path = uri.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            throw notAnAddress("it has a path");
        }
        PortalAddress address = of(uri);
        if (address == null) {
            throw notAnAddress("its host or its port is none that there can be");
        }
        address.requireSafeScheme(allowInsecureHttp);
        return address;
    }

    /**
     * The address that a URL begins with, whatever follows.
     *
     * @return {@code null} if it has none
     */
    public static PortalAddress of(URI uri) {
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (uri.getScheme() == null || !authority.matches()) {
            return null;
        }
        String port = authority.group(2);
        try {
            return new PortalAddress(
                    uri.getScheme(), authority.group(1), port == null || port.isEmpty() ? -1 : Integer.parseInt(port));
        } catch (IllegalArgumentException e) {
            return null;
        }
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
        return HostName.isLoopback(host);
    }

    private static IllegalArgumentException notAnAddress(String why) {
        return new IllegalArgumentException(
                "Option portalUrl is not a portal's address: " + why + ". Write it like https://acme.bitrix24.com");
    }
}
