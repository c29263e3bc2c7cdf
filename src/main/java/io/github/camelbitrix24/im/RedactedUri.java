package io.github.camelbitrix24.im;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.rest.PortalAddress;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * The URI by which an endpoint calls itself. Camel shows endpoint URIs in errors, JMX and logs, and hides values by the
 * option's name only; so a webhook URL that somebody put into {@code portalUrl} is taken out here.
 */
final class RedactedUri {

    private static final Pattern PORTAL_URL = Pattern.compile("([?&]portalUrl=)(RAW[({].*?[)}]|[^&]*)");

    private RedactedUri() {
    }

    static String of(String uri) {
        Matcher option = PORTAL_URL.matcher(uri);
        boolean webhook = option.find() && PortalAddress.looksLikeWebhook(decode(option.group(2)));
        return webhook ? option.replaceFirst("$1xxxxxx") : uri;
    }

    private static String decode(String value) {
        return URLDecoder.decode(UnsafeUriCharactersEncoder.encode(value), StandardCharsets.UTF_8);
    }
}
