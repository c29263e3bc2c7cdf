package io.github.camelbitrix24.im.text;

/**
 * A piece of a text with BB codes. The pieces of a text are the whole text.
 *
 * @param tag     null for all but codes in square brackets
 * @param value   what stands behind the name, as in {@code =12}
 * @param partner the index of the token that closes or opens this pair
 */
record BbToken(Kind kind, BbTag tag, String value, int start, int end, int partner) {

    static final int NONE = -1;

    enum Kind {
        TEXT,
        /** What looks like a code but belongs to no pair: text that is not to be taken apart. */
        LITERAL,
        OPEN,
        CLOSE,
        ALONE,
        NEW_LINE,
        /** Two {@code >} at the start of a line, which is a quotation. */
        QUOTE_MARK,
        /** A line of dashes before a quotation, and one behind it. */
        RULE_OPEN,
        RULE_CLOSE
    }

    BbToken(Kind kind, int start, int end) {
        this(kind, null, "", start, end, NONE);
    }

    BbToken as(Kind other, int with) {
        return new BbToken(other, tag, value, start, end, with);
    }
}
