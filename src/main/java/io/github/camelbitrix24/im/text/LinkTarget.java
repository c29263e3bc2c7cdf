package io.github.camelbitrix24.im.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a link may lead: addresses that people know, or a page of the portal itself ({@code /company/}).
 */
final class LinkTarget {

    private static final Pattern KNOWN = Pattern.compile(
            "(?:https?://|ftp://|mailto:|tel:|callto:|skype:|viber:|bx://)[^\\s\\p{Cntrl}]+|/(?!/)[^\\s\\p{Cntrl}]*",
            Pattern.CASE_INSENSITIVE);

    /**
     * Brackets; the end of an entity, of a coded emoji and of a place holder, of which the portal makes something else;
     * and a line of dashes.
     */
    private static final Pattern SPECIAL = Pattern.compile(
            "[\\[\\]<>\"]|(?<=&#?\\w{1,32});|(?<=:[0-9a-f]{8}):|(?<=#.{0,2000})#|-{54,}", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_IN_LINKS = Pattern.compile("[()<>\\\\]");

    private LinkTarget() {
    }

    static boolean isKnown(String target) {
        return KNOWN.matcher(target).matches();
    }

    /** The target so that it neither ends a BB code nor has anything within that the portal replaces. */
    static String inBb(String target) {
        return SPECIAL.matcher(target).replaceAll(special -> URLEncoder.encode(special.group(), StandardCharsets.UTF_8)
                .replace("-", "%2D"));
    }

    /** The target so that it does not end the parentheses of a link in Markdown. */
    static String inMarkdown(String target) {
        return NOT_IN_LINKS.matcher(target).replaceAll(
                sign -> "%" + HexFormat.of().withUpperCase().toHexDigits((byte) sign.group().charAt(0)));
    }
}
