package io.github.camelbitrix24.im.observe;

import io.github.camelbitrix24.im.rest.PrintableText;

/** What was thrown, for one line of a log: whatever it says, and without the names of classes that nobody knows. */
public final class OneLine {

    private static final String OWN = "io.github.camelbitrix24.im.";

    private OneLine() {
    }

    public static String of(Throwable thrown) {
        String text = text(thrown);
        return PrintableText.of(text == null ? thrown.getClass().getSimpleName() : text);
    }

    private static String text(Throwable thrown) {
        try {
            return thrown.getClass().getName().startsWith(OWN) ? thrown.getMessage() : thrown.toString();
        } catch (RuntimeException | Error e) {
            // an exception of the user's, which may compute its text
            return null;
        }
    }
}
