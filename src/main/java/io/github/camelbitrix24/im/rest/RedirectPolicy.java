package io.github.camelbitrix24.im.rest;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * To where a renamed portal may be followed. The credentials are in the path or the body, so whoever is followed learns
 * them: only https, only the path that was asked for, and only within Bitrix24's own domains or to hosts that the user
 * has named (Bitrix24 REST: changing the portal's domain).
 */
public final class RedirectPolicy {

    private static final Pattern BITRIX24_HOST = Pattern.compile(
            "[a-z0-9-]+\\.bitrix24\\.(com|net|eu|de|es|fr|it|pl|ru|by|kz|uz|ua|in|cn|jp|vn|id|mx|co|uk|com\\.br|com\\.tr)");

    private final Set<String> allowedHosts;

    /**
     * @param allowedHosts further hosts
     */
    public RedirectPolicy(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts.stream().map(RedirectPolicy::normalise).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param  from     where the call was made
     * @param  path     the path that was asked for
     * @param  location what the answer names
     * @return          the address to follow to, or empty: the portal is then unavailable
     */
    Optional<PortalAddress> follow(PortalAddress from, String path, String location) {
        URI to;
        try {
            to = URI.create(location == null ? "" : location.trim());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        PortalAddress address = PortalAddress.of(to);
        if (address == null || !isSamePath(path, to.getRawPath())) {
            return Optional.empty();
        }
        boolean family = BITRIX24_HOST.matcher(from.host()).matches() && BITRIX24_HOST.matcher(address.host()).matches();
        boolean allowed = family && address.port() == from.port() || allowedHosts.contains(address.host());
        boolean other = !address.host().equals(from.host());
        boolean safe = address.scheme().equals("https");
        return allowed && other && safe ? Optional.of(address) : Optional.empty();
    }

    /** What can be no host is left as it is: nothing leads there. */
    private static String normalise(String host) {
        try {
            return HostName.normalise(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    private static boolean isSamePath(String asked, String named) {
        return named != null && (named.equals(asked) || named.equals(asked + "/"));
    }
}
