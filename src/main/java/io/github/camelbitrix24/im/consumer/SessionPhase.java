package io.github.camelbitrix24.im.consumer;

/**
 * How far the life of a session has come.
 */
enum SessionPhase {

    /** It polls and hands out. */
    OPEN,
    /** It polls, and hands out no more than it takes to finish what was begun. */
    CLOSING,
    /** As {@link #CLOSING}, but it polls no more; it may be opened again. */
    SUSPENDED,
    /** It hands out nothing at all. */
    HALTED;

    boolean polls() {
        return this == OPEN || this == CLOSING;
    }

    boolean handsOut() {
        return this != HALTED;
    }
}
