package io.github.camelbitrix24.im.text;

import java.util.List;

/**
 * The messages that a text is posted as.
 */
public final class PostedText {

    /** How many characters a message may have, code points of Unicode; the portal cuts what is longer. */
    public static final int MAX_LENGTH = 20_000;

    private static final int LENGTH_OF_BEGINNING = 1_000;

    private PostedText() {
    }

    /**
     * The texts of the messages in BB codes, in the order in which to post them; one, unless a long text is split. None
     * is blank, and none has more than {@value #MAX_LENGTH} characters (code points of Unicode, counted as the portal
     * counts them). The same text always gives the same messages.
     *
     * @throws IllegalArgumentException if nothing would be seen of the text, or if it is too long and is not to be
     *                                  split
     * @throws IllegalStateException    if an option needs what is not there; the message says what
     */
    public static List<String> of(String text, TextFormat format, LongText longText) {
        String bb = format.toBb(text);
        if (PortalText.length(bb) == 0) {
            throw new IllegalArgumentException("No text to send: nothing would be seen of it");
        }
        return longText.parts(bb, MAX_LENGTH);
    }

    /**
     * The first {@value #LENGTH_OF_BEGINNING} characters or fewer, in BB codes, of a text that is too long for a
     * message.
     *
     * @return                       {@code null} if it is not too long
     * @throws IllegalStateException if an option needs what is not there; the message says what
     */
    public static String beginning(String text, TextFormat format) {
        String bb = format.toBb(text);
        return PortalText.length(bb) <= MAX_LENGTH
                ? null : LongText.split.parts(bb, LENGTH_OF_BEGINNING).get(0) + " ...";
    }
}
