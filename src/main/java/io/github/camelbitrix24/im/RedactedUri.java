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

    private static final Pattern OPTION = Pattern.compile("([?&]\\w+=)(RAW[({].*?[)}]|[^&]*)");

    private RedactedUri() {
    }

    static String of(String uri) {
        return OPTION.matcher(uri).replaceAll(option -> Matcher.quoteReplacement(
                option.group(1) + (PortalAddress.mayHoldSecret(decode(option.group(2))) ? "xxxxxx" : option.group(2))));
    }

    private static String decode(String value) {
        return URLDecoder.decode(UnsafeUriCharactersEncoder.encode(value), StandardCharsets.UTF_8);
    }
}
