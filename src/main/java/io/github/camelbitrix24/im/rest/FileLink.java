package io.github.camelbitrix24.im.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where on the portal a file is fetched. It holds the secret of the webhook, or the access token, so it is neither
 * shown nor kept.
 *
 * @param target path and query
 */
record FileLink(String target) {

    /** What no link may hold unescaped, and portals write all the same. */
    private static final Pattern UNSAFE = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]");

    /**
     * @param  portal               its addresses
     * @throws ForeignLinkException if it leads elsewhere
     */
    static FileLink on(List<PortalAddress> portal, String link) throws ForeignLinkException {
        if (link.isBlank()) {
            throw new ForeignLinkException("it is empty");
        }
        URI uri;
        try {
            uri = new URI(UNSAFE.matcher(link.trim()).replaceAll(unsafe -> escaped(unsafe.group())));
        } catch (URISyntaxException e) {
            throw new ForeignLinkException("it cannot be read");
        }
        PortalAddress address = uri.isAbsolute() ? PortalAddress.of(uri) : uri.getRawAuthority() == null ? portal.get(0) : null;
        if (address == null || portal.stream().noneMatch(own -> own.host().equals(address.host()))) {
            throw new ForeignLinkException("it leads to another host than the option portalUrl");
        }
        if (!portal.contains(address)) {
            throw new ForeignLinkException(
                    "it has another scheme or port than the option portalUrl, though the host is the same");
        }
        if (uri.isOpaque()) {
            throw new ForeignLinkException("it has no path");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        if (!path.startsWith("/")) {
            throw new ForeignLinkException("it has no path");
        }
        // two slashes would be the beginning of another host
        return new FileLink(path.replaceFirst("^/+", "/") + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    private static String escaped(String character) {
        StringBuilder escaped = new StringBuilder();
        for (byte part : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
        }
        return escaped.toString();
    }

    /** A text of somebody else without what opens the door. */
    String redact(String text) {
        int query = target.indexOf('?');
        String redacted = Redaction.of(text, target);
        for (String parameter : query < 0 ? new String[0] : target.substring(query + 1).split("&")) {
            redacted = Redaction.of(redacted, parameter.substring(parameter.indexOf('=') + 1));
        }
        return redacted;
    }

    @Override
    public String toString() {
        return "a link to a file";
    }
}
