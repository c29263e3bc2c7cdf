package io.github.camelbitrix24.im.budget;

/**
 * Which calls go first where they must wait, in the order of the constants. Each lets only so many of others pass, so
 * that none starves but what tells that somebody is typing.
 */
public enum Urgency {

    /** It rests on a reading, which must not grow old meanwhile. */
    ACKNOWLEDGEMENT(1),
    /** Somebody waits for a message. */
    SEND(2),
    /** What belongs to a file. It takes long, so half of the burst is left to others, whatever becomes of it. */
    FILE(3),
    /** Changes of what was sent, and any other call. */
    OTHER(3),
    /** Reading: events, and what was said before. It never uses up the burst that others may need. */
    POLL(3),
    /** Worth something only at once: made where nobody waits, or not at all. */
    TYPING(Integer.MAX_VALUE);

    private final int patience;

    Urgency(int patience) {
        this.patience = patience;
    }

    /** How many calls of other kinds go first while one of this kind waits. */
    int patience() {
        return patience;
    }
}
