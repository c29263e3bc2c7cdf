package io.github.camelbitrix24.im.rest;

import java.util.regex.Pattern;

/**
 * Texts of others on one line: what breaks lines, moves the cursor, colours it or turns its direction is left out.
 */
final class PrintableText {

    /** Escape sequences of terminals, control characters, Unicode's line separators and marks of direction. */
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "(?:\\u001b\\[[0-?]*[ -/]*[@-~]"
                                                               + "|[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069])+");

    private PrintableText() {
    }

    static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
