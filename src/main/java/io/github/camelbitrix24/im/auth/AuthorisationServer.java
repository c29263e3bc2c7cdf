package io.github.camelbitrix24.im.auth;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import io.github.camelbitrix24.im.rest.PortalAddress;

/**
 * Where tokens are refreshed. Only a server that is configured, or one of the two that Bitrix24 runs, ever gets the
 * client's secret (Bitrix24 REST: OAuth).
 *
 * @param address the server
 * @param path    the path that takes the requests for tokens
 */
record AuthorisationServer(PortalAddress address, String path) {

    private static final String TOKEN_PATH = "/oauth/token/";
    private static final Set<String> KNOWN_HOSTS = Set.of("oauth.bitrix.info", "oauth.bitrix24.tech");

    static final AuthorisationServer DEFAULT = known("oauth.bitrix.info");

    /**
     * Reads the option {@code oauthUrl}.
     *
     * @throws IllegalArgumentException naming the option; the message does not show the value
     */
    static AuthorisationServer parse(String oauthUrl) {
        URI uri = uri(oauthUrl);
        if (uri == null || uri.getRawAuthority() == null || uri.getScheme() == null) {
            throw refused("it cannot be read as a URL");
        }
        if (uri.getRawAuthority().contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused("it has more than a host and a path");
        }
        PortalAddress address = PortalAddress.of(uri);
        if (address == null) {
            throw refused("its host or its port is none that there can be");
        }
        boolean plain = address.scheme().equals("http");
        if (!plain && !address.scheme().equals("https") || plain && !address.isLoopback()) {
            throw refused("it must begin with https; plain http is accepted to this machine only");
        }
        String path = uri.getRawPath();
        return new AuthorisationServer(address, path == null || path.length() < 2 ? TOKEN_PATH : path);
    }

    /**
     * The server that the tokens name, if it is one of the known ones.
     */
    static Optional<AuthorisationServer> named(String serverEndpoint) {
        URI uri = serverEndpoint == null ? null : uri(serverEndpoint);
        PortalAddress address = uri == null ? null : PortalAddress.of(uri);
        return address != null && address.scheme().equals("https") && KNOWN_HOSTS.contains(address.host())
                ? Optional.of(known(address.host())) : Optional.empty();
    }

    private static AuthorisationServer known(String host) {
        return new AuthorisationServer(new PortalAddress("https", host, -1), TOKEN_PATH);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text.trim());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "Option oauthUrl is not the address of an authorisation server: " + why
                                            + ". Write it like https://oauth.bitrix.info/oauth/token/");
    }
}
