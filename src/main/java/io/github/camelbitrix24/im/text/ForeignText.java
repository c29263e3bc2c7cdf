package io.github.camelbitrix24.im.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the meaning from what the portal would read as more than text, with a zero-width space (U+200B) in the middle
 * of it: nothing else is changed, and nothing is seen of it.
 * <p>
 * Entities are no way to do it: the portal makes {@code [} of {@code &#91;} before it looks for mentions, so that they
 * have to be broken themselves (observed behaviour of im 26.250).
 */
final class ForeignText {

    private static final char BREAK = '\u200b';
    private static final String BREAK_TEXT = String.valueOf(BREAK);

    /** Where a line begins, before what is a command to a bot or a quotation there. */
    private static final String LINE_START = "(?<![^\\n\\r\\x{b}\\f\\x{85}\\x{2028}\\x{2029}])";
    /** Marks and codes that the portal replaces while it reads a text: line breaks, emoji, its own place holders. */
    private static final String REPLACED = "#(?=BR)|BR(?=#)|#(?=###REPLACEMENT_)|<(?=br ?/?>|/?nomodify>)|:(?=[0-9a-f]{8}:)";
    private static final String MARKUP = "\\[|&(?=#?\\w{1,32};)|" + REPLACED + "|" + LINE_START + ">(?=>)";
    private static final String LINK = ":(?=//)|www(?=\\.)";
    private static final String SMILEY = "(?<![^\\s\\p{Z}\ufeff\0\"])(?:[:;](?=\\S)|8(?=-?\\)))";
    private static final String IN_CODE
            = "\\[(?=/?(?:put|send|user)[]=]|/code]|br])|#(?=BR#)|#(?=###REPLACEMENT_)";

    private static final Pattern COMMAND = Pattern.compile(LINE_START + "(?=/)");
    private static final Pattern COMMAND_IN_CODE = Pattern.compile(LINE_START + "(?=/[^\\s/]*(?:\\s|$))");
    private static final Pattern RULE = Pattern.compile("-{54,}|" + LINE_START + "-{6}(?![^\\n])");

    private static final Pattern IN_PLAIN = pattern(MARKUP + "|" + LINK + "|" + SMILEY);
    private static final Pattern IN_MARKDOWN = pattern(MARKUP);
    private static final Pattern IN_CODE_BLOCK = pattern(IN_CODE);

    private ForeignText() {
    }

    /** A whole text of which nothing is markup. */
    static String plain(String text) {
        return startingAsText(broken(text, IN_PLAIN, COMMAND));
    }

    /** Text beside BB codes, in which links and smileys may be. */
    static String text(String text) {
        return broken(text, IN_MARKDOWN, COMMAND);
    }

    /** The same, where something else stands before it in its line. */
    static String textWithinLine(String text) {
        return text("x" + text).substring(1);
    }

    /** Text between {@code [code]} and {@code [/code]}: only what ends it or works in it as well is broken. */
    static String code(String text) {
        return COMMAND_IN_CODE.matcher(IN_CODE_BLOCK.matcher(text).replaceAll("$0" + BREAK)).replaceAll(BREAK_TEXT);
    }

    /**
     * The portal takes the blanks off the start of a text, and what then comes first must not be a command or a
     * quotation that it was not before.
     */
    static String startingAsText(String text) {
        int start = 0;
        while (start < text.length() && PortalText.isBlank(text.charAt(start))) {
            start++;
        }
        return text.startsWith("/", start) || text.startsWith(">>", start)
                ? text.substring(0, start) + BREAK + text.substring(start) : text;
    }

    private static String broken(String text, Pattern markup, Pattern command) {
        String harmless = markup.matcher(text).replaceAll("$0" + BREAK);
        return RULE.matcher(command.matcher(harmless).replaceAll(BREAK_TEXT)).replaceAll(ForeignText::brokenRule);
    }

    private static String brokenRule(MatchResult rule) {
        int half = Math.min(27, rule.group().length() / 2);
        return Matcher.quoteReplacement(rule.group().replaceAll("-{" + half + "}(?=-)", "$0" + BREAK));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
