package io.github.camelbitrix24.im.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a text in BB codes block by block. Text that is not meant as BB codes has none when it is written.
 */
final class BbWriter {

    private static final String QUOTE = ">>";
    /** The portal takes everything up to the next blank for the address, codes as well. */
    private static final Pattern ADDRESS_AT_END = Pattern.compile("(?:https?|ftp)://\\S+$", Pattern.CASE_INSENSITIVE);

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> prefixes = new ArrayDeque<>();
    private final Set<BbTag> open = EnumSet.noneOf(BbTag.class);
    private boolean lineStart = true;
    private int gap;

    /** Literal text without line breaks. What comes piece by piece is looked at as a whole. */
    void text(String literal) {
        text.append(literal);
    }

    /** @return whether it has an effect, so that {@link #close} must follow */
    boolean open(BbTag tag, String value) {
        if (!open.add(tag)) {
            return false;
        }
        code("[" + tag.code() + value + "]");
        return true;
    }

    void close(BbTag tag) {
        code("[/" + tag.code() + "]");
        open.remove(tag);
    }

    boolean isOpen(BbTag tag) {
        return open.contains(tag);
    }

    void verbatim(String content) {
        if (!content.isEmpty()) {
            // the portal takes one line break off the start
            code("[code]" + (content.startsWith("\n") ? "\n" : "") + ForeignText.code(content) + "[/code]");
        }
    }

    void newLine() {
        flush(false);
        // a line of nothing would end a quotation
        if (lineStart && prefixes.contains(QUOTE)) {
            out.append(QUOTE);
        }
        out.append('\n');
        lineStart = true;
    }

    /** Begins a block: a paragraph, a list, an item of a list. */
    void beginBlock() {
        flush(false);
        for (; gap > 0; gap--) {
            newLine();
        }
    }

    /** @param linesToNext 1 if the next block follows in the next line, 2 if an empty line is between */
    void endBlock(int linesToNext) {
        flush(false);
        gap = linesToNext;
    }

    void beginQuote() {
        if (!lineStart || text.length() > 0) {
            newLine();
        }
        prefixes.addLast(prefixes.contains(QUOTE) ? "> " : QUOTE);
    }

    void beginItem(String marker) {
        text(marker);
        flush(false);
        prefixes.addLast("    ");
    }

    void endPrefix() {
        flush(false);
        prefixes.removeLast();
    }

    String finished() {
        flush(false);
        return out.toString();
    }

    private void code(String code) {
        flush(true);
        append(code);
    }

    private void flush(boolean codeFollows) {
        if (text.length() == 0) {
            return;
        }
        boolean startsLine = lineStart && prefixes.isEmpty();
        String harmless = startsLine ? ForeignText.text(text.toString()) : ForeignText.textWithinLine(text.toString());
        if (out.length() == 0) {
            harmless = ForeignText.startingAsText(harmless);
        }
        text.setLength(0);
        append(codeFollows && !open.contains(BbTag.URL)
                ? ADDRESS_AT_END.matcher(harmless).replaceFirst("[url]$0[/url]") : harmless);
    }

    private void append(String written) {
        if (lineStart) {
            prefixes.stream().filter(QUOTE::equals).forEach(out::append);
            prefixes.stream().filter(prefix -> !prefix.equals(QUOTE)).forEach(out::append);
            lineStart = false;
        }
        out.append(written);
    }
}
