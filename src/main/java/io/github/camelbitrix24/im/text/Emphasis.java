package io.github.camelbitrix24.im.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Bold, italic and struck text in Markdown, where what the asterisks mean depends on what stands beside them. They are
 * marks until a line is finished, and each line has whole pairs of its own.
 */
final class Emphasis {

    private static final List<BbTag> STYLES = List.of(BbTag.B, BbTag.I, BbTag.S);
    private static final List<String> DELIMITERS = List.of("**", "*", "~~");
    /** Characters of Unicode that are none, so that no text has them. */
    private static final char FIRST_BEGIN = '\ufdd0';
    private static final char FIRST_END = '\ufdd8';
    private static final String JOINER = "\u200b";

    private static final Pattern BLANKS_BEHIND_BEGIN = Pattern.compile("([\ufdd0-\ufdd2]+)([\\s\u00a0]+)");
    private static final Pattern BLANKS_BEFORE_END = Pattern.compile(
            "(?<![\\s\u00a0])([\\s\u00a0]++)([\ufdd8-\ufdda]+)");
    private static final Pattern NOTHING_BETWEEN = Pattern.compile(
            "\ufdd0\ufdd8|\ufdd1\ufdd9|\ufdd2\ufdda|\ufdd8\ufdd0|\ufdd9\ufdd1|\ufdda\ufdd2");
    private static final Pattern MARKS = Pattern.compile("([\ufdd8-\ufdda]*)([\ufdd0-\ufdd2]*)");

    private final List<BbTag> open = new ArrayList<>();
    private List<BbTag> carried = List.of();
    private final int[] depths = new int[BbTag.values().length];

    String begin(BbTag style) {
        if (!STYLES.contains(style) || depths[style.ordinal()]++ > 0) {
            return "";
        }
        open.add(style);
        return mark(FIRST_BEGIN, style);
    }

    String end(BbTag style) {
        if (!STYLES.contains(style) || --depths[style.ordinal()] > 0) {
            return "";
        }
        // pairs may overlap in BB codes, but not in Markdown
        List<BbTag> within = open.subList(open.indexOf(style) + 1, open.size());
        String marks = ends(within) + mark(FIRST_END, style) + begins(within);
        open.remove(style);
        return marks;
    }

    /** What ends all styles that are open, and what begins them again. */
    String allEnd() {
        return ends(open);
    }

    String allBegin() {
        return begins(open);
    }

    /** The text without pairs around nothing, and with blanks outside of them. */
    static String settled(String text) {
        String before = "";
        String after = text;
        while (!after.equals(before)) {
            before = after;
            after = BLANKS_BEHIND_BEGIN.matcher(after).replaceAll("$2$1");
            after = BLANKS_BEFORE_END.matcher(after).replaceAll("$2$1");
            after = NOTHING_BETWEEN.matcher(after).replaceAll("");
        }
        return after;
    }

    /** The line with the asterisks. What is open goes on in the next one. */
    String resolved(String line) {
        String settled = settled(begins(carried) + line + ends(open));
        carried = List.copyOf(open);
        StringBuilder resolved = new StringBuilder();
        int at = 0;
        while (at < settled.length()) {
            Matcher marks = MARKS.matcher(settled).region(at, settled.length());
            if (marks.lookingAt() && marks.end() > at) {
                int next = marks.end() < settled.length() ? settled.codePointAt(marks.end()) : ' ';
                resolve(marks.group(1), marks.group(2), next, resolved);
                at = marks.end();
            } else {
                resolved.append(settled.charAt(at++));
            }
        }
        return resolved.toString();
    }

    /**
     * Beside a punctuation mark asterisks may mean the opposite or themselves, and three in a row may mean anything. A
     * zero-width space, which counts as a letter, makes clear which belong to what.
     */
    private static void resolve(String ends, String begins, int next, StringBuilder out) {
        int previous = out.length() == 0 ? ' ' : out.codePointBefore(out.length());
        boolean joined = !ends.isEmpty() && !begins.isEmpty();
        if (!ends.isEmpty()) {
            boolean clear = isLetter(previous) || ends.length() == 1 && !joined && PortalText.isBlank(next);
            out.append(clear ? "" : JOINER).append(delimiters(ends, FIRST_END));
        }
        out.append(joined ? JOINER : "");
        if (!begins.isEmpty()) {
            boolean clear = isLetter(next) || begins.length() == 1 && !joined && PortalText.isBlank(previous);
            out.append(delimiters(begins, FIRST_BEGIN)).append(clear ? "" : JOINER);
        }
    }

    private static String delimiters(String marks, char first) {
        return marks.chars().mapToObj(mark -> DELIMITERS.get(mark - first)).collect(Collectors.joining(JOINER));
    }

    /** Neither a blank nor a punctuation mark nor a symbol. */
    private static boolean isLetter(int character) {
        if (PortalText.isBlank(character)) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                false;
            default -> true;
        };
    }

    private static String begins(List<BbTag> styles) {
        StringBuilder marks = new StringBuilder();
        styles.forEach(style -> marks.append(mark(FIRST_BEGIN, style)));
        return marks.toString();
    }

    private static String ends(List<BbTag> styles) {
        StringBuilder marks = new StringBuilder();
        styles.forEach(style -> marks.insert(0, mark(FIRST_END, style)));
        return marks.toString();
    }

    private static String mark(char first, BbTag style) {
        return String.valueOf((char) (first + STYLES.indexOf(style)));
    }
}
