package io.github.camelbitrix24.im.operation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of the message with a key. It is written as a text in which half of it is never taken for the whole.
 *
 * @param number which message of this key it is, from 1; with the key it makes the template id
 * @param id     the message's id, or {@code null} if that is not known
 */
record MessageState(long number, Stage stage, Long id) {

    enum Stage {
        /** Nothing is known of a message with the key. */
        NONE,
        /** It is being posted, or may have been. */
        POSTING,
        /** It was posted. */
        POSTED,
        /** It was deleted; the next one is another. */
        FORGOTTEN
    }

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,17})(?:(-)|:([1-9]\\d{0,17})\\.)?.*", Pattern.DOTALL);

    /** @param written {@code null} if nothing is; what is no state is none */
    static MessageState of(String written) {
        Matcher state = WRITTEN.matcher(written == null ? "" : written);
        if (!state.matches()) {
            return new MessageState(1, Stage.NONE, null);
        }
        long number = Long.parseLong(state.group(1));
        if (state.group(2) != null) {
            return new MessageState(number, Stage.FORGOTTEN, null);
        }
        return state.group(3) == null
                ? new MessageState(number, Stage.POSTING, null)
                : new MessageState(number, Stage.POSTED, Long.valueOf(state.group(3)));
    }

    /** One to post: the same again if it may have been posted. */
    MessageState posting() {
        return switch (stage) {
            case NONE, POSTING -> new MessageState(number, Stage.POSTING, null);
            case POSTED, FORGOTTEN -> new MessageState(number + 1, Stage.POSTING, null);
        };
    }

    MessageState posted(long messageId) {
        return new MessageState(number, Stage.POSTED, messageId);
    }

    MessageState forgotten() {
        return new MessageState(number, Stage.FORGOTTEN, null);
    }

    @Override
    public String toString() {
        return switch (stage) {
            case NONE -> "";
            case POSTING -> number + "?";
            case POSTED -> number + ":" + id + ".";
            case FORGOTTEN -> number + "-";
        };
    }
}
