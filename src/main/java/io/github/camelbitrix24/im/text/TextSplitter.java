package io.github.camelbitrix24.im.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.text.SplitPiece.Kind;

/**
 * Cuts a text in BB codes into parts, between paragraphs if that leaves parts of a sensible length, else between lines,
 * words, or characters as people see them. A pair of codes around a cut is closed before and opened again behind it.
 * Nothing but parts of blanks is left out.
 */
final class TextSplitter {

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    /** Nobody sees more of them in one place; text that is made to have more is cut anywhere. */
    private static final int MOST_IN_A_CHARACTER = 64;
    /** What opens a part: a block of a quotation, then a quoted line, then other codes. */
    private static final Comparator<SplitPiece> LINES_FIRST = Comparator.comparing(
            piece -> piece.opening().startsWith("--") ? 0 : piece.opening().startsWith(">>") ? 1 : 2);

    private final String text;
    private final int limit;
    private final List<SplitPiece> pieces;
    /** Where the next part begins, and in which piece. */
    private int start;
    private int piece;
    private List<SplitPiece> open = new ArrayList<>();

    /** @param limit how many characters a part may have, at least 100 */
    TextSplitter(String text, int limit) {
        this.text = text;
        // one for the zero-width space before what must not begin a message
        this.limit = limit - 1;
        this.pieces = SplitPieces.of(text, limit / 4);
    }

    List<String> parts() {
        List<String> parts = new ArrayList<>();
        while (start < text.length()) {
            String part = next();
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** @return an empty text for what is nothing but blanks */
    private String next() {
        closeAtStart();
        String opening = opening();
        int end = cut(opening.codePointCount(0, opening.length()));
        String content = text.substring(start, end);
        boolean blank = isBlankUntil(end);
        int from = start;
        advance(end);
        StringBuilder closing = new StringBuilder();
        open.stream().sorted(LINES_FIRST).forEach(pair -> closing.insert(0, pair.closing()));
        if (blank) {
            return "";
        }
        if (opening.isEmpty()) {
            content = isCommandOrQuote(from) ? content : ForeignText.startingAsText(content);
        }
        return opening + content + closing;
    }

    /** Whether the text begins a line there, and not only a part. */
    private boolean isCommandOrQuote(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' && !PortalText.isBlank(text.charAt(at));
    }

    private String opening() {
        StringBuilder opening = new StringBuilder();
        open.stream().sorted(LINES_FIRST).forEach(pair -> opening.append(pair.opening()));
        return opening.toString();
    }

    /** What closes right where a part begins was closed at the end of the one before. */
    private void closeAtStart() {
        while (piece < pieces.size() && pieces.get(piece).start() == start && pieces.get(piece).kind() == Kind.CLOSE
                && open.remove(pieces.get(pieces.get(piece).pair()))) {
            start = pieces.get(piece++).end();
        }
    }

    private int cut(int count) {
        Cuts cuts = new Cuts(text, start, limit);
        int used = count + open.stream().mapToInt(pair -> pair.closing().length()).sum();
        int depth = open.size();
        int at = start;
        for (int i = piece; i < pieces.size(); i++) {
            SplitPiece current = pieces.get(i);
            int end = Math.max(at, current.start());
            do {
                at = end;
                end = current.kind() == Kind.TEXT ? characterEnd(at, current.end()) : current.end();
                used += text.codePointCount(at, end) + costOfClosing(current);
                if (used > limit) {
                    return cuts.best(at);
                }
                if (current.kind() == Kind.OPEN) {
                    depth++;
                } else if (current.kind() == Kind.CLOSE) {
                    depth--;
                }
                if (current.kind() == Kind.WHOLE
                        || current.kind() == Kind.TEXT && !PortalText.isBlank(text.codePointAt(at))) {
                    cuts.seen();
                }
                if (current.kind() != Kind.OPEN) {
                    cuts.at(end, depth, used);
                }
            } while (end < current.end());
            at = end;
        }
        return text.length();
    }

    private int costOfClosing(SplitPiece current) {
        return switch (current.kind()) {
            case OPEN -> current.closing().length();
            case CLOSE -> -pieces.get(current.pair()).closing().length();
            default -> 0;
        };
    }

    private void advance(int end) {
        while (piece < pieces.size() && pieces.get(piece).end() <= end) {
            SplitPiece passed = pieces.get(piece);
            if (passed.kind() == Kind.OPEN) {
                open.add(passed);
            } else if (passed.kind() == Kind.CLOSE) {
                open.remove(pieces.get(passed.pair()));
            }
            piece++;
        }
        start = end;
    }

    private boolean isBlankUntil(int end) {
        for (int i = piece; i < pieces.size() && pieces.get(i).start() < end; i++) {
            SplitPiece current = pieces.get(i);
            String seen = text.substring(Math.max(start, current.start()), Math.min(end, current.end()));
            if (current.kind() == Kind.WHOLE
                    || current.kind() == Kind.TEXT && !seen.codePoints().allMatch(PortalText::isBlank)) {
                return false;
            }
        }
        return true;
    }

    private int characterEnd(int at, int end) {
        if (at >= end) {
            return end;
        }
        if (at + 1 >= end || text.charAt(at) != '\r' && text.charAt(at) < 0x300 && text.charAt(at + 1) < 0x300) {
            return at + 1;
        }
        Matcher character = CHARACTER.matcher(text).region(at, Math.min(end, at + 4 * MOST_IN_A_CHARACTER));
        int found = character.lookingAt() ? character.end() : at + 1;
        return text.codePointCount(at, found) <= MOST_IN_A_CHARACTER
                ? found : text.offsetByCodePoints(at, MOST_IN_A_CHARACTER);
    }
}
