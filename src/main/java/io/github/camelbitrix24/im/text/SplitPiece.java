package io.github.camelbitrix24.im.text;

/**
 * A piece of a text that is to be split.
 *
 * @param opening what opens the pair again in the next part, if the text is cut within it
 * @param closing what closes it at the end of the part
 * @param pair    the index of the piece that opens the pair; only for what closes one
 */
record SplitPiece(Kind kind, int start, int end, String opening, String closing, int pair) {

    enum Kind {
        TEXT,
        /** Not to be cut: a code without a text, a mention with its name. */
        WHOLE,
        OPEN,
        CLOSE
    }

    SplitPiece(Kind kind, int start, int end) {
        this(kind, start, end, "", "", BbToken.NONE);
    }

    /** How many characters it takes to close the pair and to open it again. */
    int overhead() {
        return opening.codePointCount(0, opening.length()) + closing.codePointCount(0, closing.length());
    }
}
