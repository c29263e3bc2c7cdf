package io.github.camelbitrix24.im.text;

/**
 * Markdown, if the application has the library that reads it. Only {@link MarkdownToBb} and what it uses know the
 * library.
 */
final class Markdown {

    private Markdown() {
    }

    static void requireLibrary() {
        toBb("");
    }

    static String toBb(String text) {
        try {
            return new MarkdownToBb().convert(text);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "textFormat=markdown needs a library that is not on the class path: add the dependencies"
                                            + " org.commonmark:commonmark, org.commonmark:commonmark-ext-gfm-tables and"
                                            + " org.commonmark:commonmark-ext-gfm-strikethrough (0.28.0 or newer), or use"
                                            + " textFormat=bb or textFormat=plain. Not found: " + e.getMessage(),
                    e);
        }
    }
}
