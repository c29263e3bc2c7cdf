package io.github.camelbitrix24.im.operation;

/**
 * A part of a dialog's history. Without a bound it is the newest part.
 *
 * @param after  the message that it follows, or {@code null}
 * @param before the message that it leads up to, or {@code null}; at most one of both is there
 * @param size   how many messages
 */
record Section(Long after, Long before, int size) {

    boolean has(long messageId) {
        return (after == null || messageId > after) && (before == null || messageId < before);
    }

    static Section of(long messageId) {
        return new Section(messageId - 1, null, 1);
    }
}
