package io.github.camelbitrix24.im.rest;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
     * @param allowedHosts further hosts, in lower case
     */
    public RedirectPolicy(Set<String> allowedHosts) {
        this.allowedHosts = Set.copyOf(allowedHosts);
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
        if (to.getHost() == null || to.getRawUserInfo() != null || !isSamePath(path, to.getRawPath())) {
            return Optional.empty();
        }
        String host = to.getHost().toLowerCase(Locale.ROOT);
        boolean family = BITRIX24_HOST.matcher(from.host()).matches() && BITRIX24_HOST.matcher(host).matches();
        boolean allowed = family && to.getPort() == from.port() || allowedHosts.contains(host);
        boolean other = !host.equals(from.host());
        boolean safe = "https".equalsIgnoreCase(to.getScheme());
        return allowed && other && safe
                ? Optional.of(PortalAddress.parse("https://" + to.getRawAuthority(), false))
                : Optional.empty();
    }

    private static boolean isSamePath(String asked, String named) {
        return named != null && (named.equals(asked) || named.equals(asked + "/"));
    }
}
