package io.github.camelbitrix24.im.text;

import java.util.Arrays;

/**
 * The places where a part may end, of which the last one of the best kind is taken.
 */
final class Cuts {

    private static final int NOWHERE = -1;

    /** Kinds of places, the best first: those outside of all pairs of codes before those within one. */
    private enum Place {
        PARAGRAPH,
        LINE,
        WORD,
        PARAGRAPH_WITHIN,
        LINE_WITHIN,
        WORD_WITHIN,
        CHARACTER,
        CHARACTER_WITHIN
    }

    private final String text;
    private final int start;
    private final int limit;
    private final int[] last = new int[Place.values().length];
    private boolean seen;

    Cuts(String text, int start, int limit) {
        this.text = text;
        this.start = start;
        this.limit = limit;
        Arrays.fill(last, NOWHERE);
    }

    /** From here on the part has something that is seen. */
    void seen() {
        seen = true;
    }

    /** @param used how many characters a part has that ends here */
    void at(int end, int depth, int used) {
        if (!seen) {
            return;
        }
        last[Place.CHARACTER_WITHIN.ordinal()] = end;
        Place place = place(end, depth > 0);
        if (used >= (place == Place.PARAGRAPH || place == Place.LINE ? limit / 4 : limit / 2)) {
            last[place.ordinal()] = end;
        }
    }

    /** @param furthest where the part has to end if there is no such place, since all before is blank */
    int best(int furthest) {
        for (int end : last) {
            if (end > start) {
                return end;
            }
        }
        return Math.max(furthest, start + 1);
    }

    private Place place(int end, boolean within) {
        char before = text.charAt(end - 1);
        if (before == '\n') {
            boolean paragraph = isLineEnd(text.startsWith("\r", end - 2) ? end - 3 : end - 2) && !isLineEnd(end);
            return paragraph ? within ? Place.PARAGRAPH_WITHIN : Place.PARAGRAPH
                    : within ? Place.LINE_WITHIN : Place.LINE;
        }
        if (Character.isWhitespace(before)) {
            return within ? Place.WORD_WITHIN : Place.WORD;
        }
        return within ? Place.CHARACTER_WITHIN : Place.CHARACTER;
    }

    /** A carriage return ends a line together with what follows. */
    private boolean isLineEnd(int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
    }
}
