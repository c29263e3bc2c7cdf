package io.github.camelbitrix24.im.text;

/**
 * A text with BB codes, as the portal has it, in another notation. Codes that nobody knows, and halves of pairs, stay
 * text.
 */
public final class BbText {

    private BbText() {
    }

    /**
     * The text in Markdown (CommonMark, with the strikethrough of GitHub). Whatever else would be Markdown in it is
     * escaped.
     *
     * @param bb null for none
     */
    public static String toMarkdown(String bb) {
        return bb == null ? null : new BbToMarkdown().render(bb);
    }

    /**
     * What is seen of the text, without any markup.
     *
     * @param bb null for none
     */
    public static String toPlain(String bb) {
        return bb == null ? null : new BbToPlain().render(bb);
    }
}
