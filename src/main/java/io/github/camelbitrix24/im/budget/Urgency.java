package io.github.camelbitrix24.im.budget;

/**
 * Which calls go first where they must wait. An acknowledgement rests on a reading, which must not grow old meanwhile.
 */
public enum Urgency {
    ACKNOWLEDGEMENT,
    POLL,
    OTHER
}
