package io.github.camelbitrix24.im.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that is to be no Markdown.
 */
final class MarkdownEscape {

    private static final String NO_BREAK_SPACE = "\u00a0";

    /** An underscore within a word is none of emphasis, and an ampersand counts only where it begins an entity. */
    private static final Pattern ANYWHERE = Pattern.compile(
            "[\\\\`*\\[\\]<~|]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w{1,32};)");
    /** Headings, quotations, items of lists, lines of dashes and of equals signs. */
    private static final Pattern AT_LINE_START = Pattern.compile(
            "(\\d{1,9}(?=[.)](?:\\s|$))|(?=#{1,6}(?:\\s|$)|>|[-+](?:\\s|$)|-[-:\\s]*$|=+\\s*$|:[-:\\s]*$))");
    private static final Pattern INDENTATION = Pattern.compile("^[ \\t]+");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownEscape() {
    }

    static String escape(String text, boolean lineStart) {
        String escaped = ANYWHERE.matcher(text).replaceAll("\\\\$0");
        if (!lineStart) {
            return escaped;
        }
        int start = escaped.length() - escaped.stripLeading().length();
        Matcher marker = AT_LINE_START.matcher(escaped).region(start, escaped.length());
        return marker.lookingAt()
                ? escaped.substring(0, marker.end(1)) + "\\" + escaped.substring(marker.end(1)) : escaped;
    }

    /** The line, with an indentation that would make it code in blanks that do not. */
    static String unindented(String line) {
        return INDENTATION.matcher(line).replaceFirst(blanks -> {
            int columns = blanks.group().replace("\t", "    ").length();
            return columns < 4 ? blanks.group() : NO_BREAK_SPACE.repeat(columns);
        });
    }

    /** As many backticks as the content does not have in a row. */
    static String fence(String content, int atLeast) {
        int longest = BACKTICKS.matcher(content).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
        return "`".repeat(Math.max(atLeast, longest + 1));
    }
}
