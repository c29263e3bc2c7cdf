package io.github.camelbitrix24.im.rest;

import java.util.regex.Pattern;

/**
 * Texts of others on one line of bounded length: what breaks lines, moves the cursor, colours it, turns its direction
 * or cannot be seen is left out.
 */
public final class PrintableText {

    private static final int LONGEST = 1_000;

    /**
     * Escape sequences of terminals, and what has no shape of its own but for what joins the parts of letters and
     * emoji.
     */
    private static final Pattern UNPRINTABLE
            = Pattern.compile("(?:\\u001b\\[[0-?]*[ -/]*[@-~]"
                              + "|[\\p{Cc}[\\p{Cf}&&[^\\u200c\\u200d]]\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}])+");

    private PrintableText() {
    }

    /**
     * @return {@code null} for {@code null}
     */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /**
     * @param longest how many characters are shown at most, code points of Unicode
     */
    public static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        // not more of it is looked at than can be shown, whatever somebody sends
        boolean cut = text.length() > longest && text.codePointCount(0, text.length()) > longest;
        String shown = cut ? text.substring(0, text.offsetByCodePoints(0, longest)) : text;
        return UNPRINTABLE.matcher(shown).replaceAll(" ").strip() + (cut ? "..." : "");
    }
}
