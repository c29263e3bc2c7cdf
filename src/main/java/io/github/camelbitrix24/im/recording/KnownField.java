package io.github.camelbitrix24.im.recording;

import java.util.regex.Pattern;

/**
 * What is known of a field.
 *
 * @param harmless     texts that tell nothing about anybody, and stay
 * @param keepsNumbers whether numbers stay, too
 */
record KnownField(Pattern harmless, boolean keepsNumbers, Replacement replacement) {

    /** Makes the stand-in of a text that is not harmless. */
    interface Replacement {
        String of(AnonymousJson json, String value);
    }

    private static final Pattern NOTHING = Pattern.compile("");

    /** A flag, a date or a word of the portal's own, or else something unknown. */
    static KnownField only(String harmless) {
        return new KnownField(Pattern.compile(harmless), false, AnonymousJson::like);
    }

    /** A number, also as a text, or else something unknown. */
    static KnownField number() {
        return new KnownField(Pattern.compile("-?\\d{1,19}"), true, AnonymousJson::like);
    }

    static KnownField replaced(Replacement replacement) {
        return new KnownField(NOTHING, false, replacement);
    }

    boolean isHarmless(String value) {
        return value.isEmpty() || harmless.matcher(value).matches();
    }
}
