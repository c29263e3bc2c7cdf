package io.github.camelbitrix24.im;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.rest.PortalAddress;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * The URI by which an endpoint calls itself, without the values of secret options, and without a webhook URL that
 * somebody put into {@code portalUrl}. Camel masks most of what it shows of URIs, but by the option's name only, and
 * not in the JSON of its dev consoles.
 */
final class RedactedUri {

    private static final Pattern OPTION = Pattern.compile("([?&](\\w+)=)(RAW[({].*?[)}]|[^&]*)");
    private static final Set<String> SECRETS = Set.of("secret", "accessToken", "refreshToken", "clientId", "clientSecret");

    private RedactedUri() {
    }

    static String of(String uri) {
        return OPTION.matcher(uri).replaceAll(option -> Matcher.quoteReplacement(
                option.group(1) + (isSecret(option.group(2), option.group(3)) ? "xxxxxx" : option.group(3))));
    }

    private static boolean isSecret(String name, String value) {
        return SECRETS.contains(name) || PortalAddress.mayHoldSecret(decode(value));
    }

    private static String decode(String value) {
        return URLDecoder.decode(UnsafeUriCharactersEncoder.encode(value), StandardCharsets.UTF_8);
    }
}
