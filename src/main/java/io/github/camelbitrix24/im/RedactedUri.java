package io.github.camelbitrix24.im;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.Redaction;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * The URI by which an endpoint calls itself, without the values of secret options, and without a webhook URL that
 * somebody put into another. Camel masks most of what it shows of URIs, but by parts of an option's name, not beyond
 * the first bracket within RAW, and not in the JSON of its dev consoles.
 */
final class RedactedUri {

    /** A value in RAW ends with the bracket that is followed by the next option, or by nothing. */
    private static final Pattern OPTION = Pattern.compile("([^=&]*)(?:=(RAW(?:\\(|%28).*?(?:\\)|%29)(?=&|\\z)"
                                                          + "|RAW(?:\\{|%7[Bb]).*?(?:}|%7[Dd])(?=&|\\z)"
                                                          + "|RAW(?:[({]|%28|%7[Bb]).*|[^&]*))?(?:&|\\z)",
            Pattern.DOTALL);
    /** What a class is made with stands in brackets. */
    private static final Pattern BEAN = Pattern.compile("#[^(]*|RAW\\(#[^(]*\\)");
    private static final Pattern TOO_PLAIN_FOR_A_SECRET = Pattern.compile("true|false|\\d{1,9}|.{0,5}");

    private RedactedUri() {
    }

    static String of(String uri) {
        return uri.indexOf('?') < 0
                ? uri
                : StringHelper.before(uri, "?") + "?"
                  + options(uri).map(RedactedUri::redacted).collect(Collectors.joining("&"));
    }

    /** Whether Camel's own errors, which mask less of a URI, would show what may be a secret. */
    static boolean isShownByCamel(String uri) {
        return options(withBraces(uri)).filter(option -> !isPublic(option)).map(RedactedUri::shownByCamel)
                .anyMatch(shown -> !shown.equals(Redaction.MASK) && !TOO_PLAIN_FOR_A_SECRET.matcher(shown).matches());
    }

    /** Camel tells us of a URI whose braces it has encoded, and shows it as it was before. */
    private static String withBraces(String uri) {
        return uri.replaceAll("%7[Bb]", "{").replaceAll("%7[Dd]", "}");
    }

    private static String shownByCamel(MatchResult option) {
        return isPartOfValue(option)
                ? option.group(1)
                : URISupport.sanitizeUri("?" + option.group(1) + "=" + option.group(2)).substring(option.group(1).length() + 2);
    }

    private static Stream<MatchResult> options(String uri) {
        return OPTION.matcher(StringHelper.after(uri, "?", "")).results().filter(option -> !option.group().isEmpty());
    }

    private static String redacted(MatchResult option) {
        if (isPublic(option)) {
            return option.group(2) == null ? option.group(1) : option.group(1) + "=" + option.group(2);
        }
        return isPartOfValue(option) ? Redaction.MASK : option.group(1) + "=" + Redaction.MASK;
    }

    /** What follows an ampersand in a secret that does not stand in RAW; Camel may have given it an empty value. */
    private static boolean isPartOfValue(MatchResult option) {
        return option.group(2) == null || option.group(2).isEmpty() && !OptionNames.isOption(decode(option.group(1)));
    }

    private static boolean isPublic(MatchResult option) {
        String name = OptionNames.canonical(decode(option.group(1)));
        return option.group(2) == null ? OptionNames.isPublic(name) : isPublic(name, decode(option.group(2)));
    }

    /** Whether this value of this option may be shown. */
    static boolean isPublic(String name, String value) {
        boolean bean = BEAN.matcher(value).matches();
        return OptionNames.isPublic(name) && !value.contains("&") && !PortalAddress.mayHoldSecret(value)
                && (bean || !name.equals("credentials"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(UnsafeUriCharactersEncoder.encode(text), StandardCharsets.UTF_8);
    }
}
