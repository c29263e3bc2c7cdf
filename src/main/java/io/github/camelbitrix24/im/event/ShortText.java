package io.github.camelbitrix24.im.event;

/**
 * Makes a text of the portal fit for a line of a log: short, and nothing in it ends the line or steers a terminal.
 */
final class ShortText {

    private static final int LONGEST = 60;

    private ShortText() {
    }

    static String of(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> line.appendCodePoint(isPlain(c) ? c : '?'));
        return text.codePointCount(0, text.length()) > LONGEST ? line.append("...").toString() : line.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                false;
            default -> true;
        };
    }
}
