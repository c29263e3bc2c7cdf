package io.github.camelbitrix24.im.text;

import java.util.function.UnaryOperator;

/**
 * How a text that is to be posted is written.
 */
public enum TextFormat {

    /** With the portal's BB codes: posted as it is. */
    bb(UnaryOperator.identity()),
    /**
     * Without any markup, by whomever: everything is shown as it was written. It can neither mention anybody, nor link,
     * quote, command a bot or make a button.
     */
    plain(ForeignText::plain),
    /** Markdown (CommonMark, with the tables and the strikethrough of GitHub). BB codes within are text. */
    markdown(Markdown::toBb);

    private final UnaryOperator<String> conversion;

    TextFormat(UnaryOperator<String> conversion) {
        this.conversion = conversion;
    }

    /**
     * @throws IllegalStateException if a library that reads the format is not there; it says which
     */
    public void requireLibrary() {
        if (this == markdown) {
            Markdown.requireLibrary();
        }
    }

    /**
     * The text in BB codes.
     *
     * @throws IllegalStateException if a library that reads the format is not there; it says which
     */
    String toBb(String text) {
        return conversion.apply(text);
    }
}
