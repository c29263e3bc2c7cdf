package io.github.camelbitrix24.im.text;

import java.util.List;

/**
 * What becomes of a text with more characters than the portal takes in one message.
 */
public enum LongText {

    /** It is not posted: an error says how long it is. */
    fail,
    /** It is posted in parts: cut between paragraphs, lines or words, with BB codes closed and opened again. */
    split,
    /** It is posted as a file, with its beginning as the message. */
    file;

    /**
     * @throws IllegalArgumentException if such a text is not to be posted
     */
    List<String> parts(String text, int limit) {
        int length = PortalText.length(text);
        if (length <= limit) {
            return List.of(text);
        }
        if (this != split) {
            throw new IllegalArgumentException(
                    "The text has " + length + " characters, and Bitrix24 would cut it after " + limit
                                               + ": make it shorter, or send it with the option longText=split");
        }
        return new TextSplitter(PortalText.withLineBreaks(text), limit).parts();
    }
}
