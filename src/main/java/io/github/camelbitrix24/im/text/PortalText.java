package io.github.camelbitrix24.im.text;

/**
 * What the portal does to every text before it looks at it: it makes line breaks of their codes, takes the blanks off
 * both ends, and counts characters (observed behaviour of im 26.250).
 */
final class PortalText {

    private PortalText() {
    }

    /** How many characters the portal counts: code points of Unicode. */
    static int length(String text) {
        String broken = withLineBreaks(text);
        int start = 0;
        int end = broken.length();
        while (start < end && isTrimmed(broken.charAt(start))) {
            start++;
        }
        while (start < end && isTrimmed(broken.charAt(end - 1))) {
            end--;
        }
        return broken.codePointCount(start, end);
    }

    static String withLineBreaks(String text) {
        return text.replace("[BR]", "\n").replace("[br]", "\n").replace("#BR#", "\n");
    }

    /** Whether nobody sees the character: what the portal or its pages take off the ends of a text. */
    static boolean isBlank(int character) {
        return isTrimmed(character) || Character.isWhitespace(character) || Character.isSpaceChar(character)
                || character == 0xfeff;
    }

    private static boolean isTrimmed(int character) {
        return character == ' ' || character >= '\t' && character <= '\r' && character != '\f' || character == 0;
    }
}
