package io.github.camelbitrix24.im.delivery;

/**
 * One {@code im.v2.Event.get} to be made. The portal deletes everything below the offset before it answers, so a
 * request that acknowledges nothing carries the offset 1: it deletes nothing, returns from the oldest event, and is not
 * answered from the portal's 60 s memory of an empty queue (observed behaviour of im 26.250).
 *
 * @param offset  what to acknowledge: every id below it
 * @param limit   how many events to ask for
 * @param readsOn whether it is made for the events that it brings, too
 */
public record GetRequest(long offset, int limit, boolean readsOn) {

    private static final long NOTHING = 1;

    /** For events only: it deletes nothing. */
    public static GetRequest harmless(int limit) {
        return new GetRequest(NOTHING, limit, true);
    }

    /** For what is done, and no more events than it takes: the portal gives at least one. */
    static GetRequest acknowledgement(long offset) {
        return new GetRequest(offset, 1, false);
    }

    static GetRequest readingOn(long offset, int limit) {
        return new GetRequest(offset, limit, true);
    }

    /** The same, but for fewer events if it asks for more than that. */
    public GetRequest atMost(int events) {
        return limit <= events ? this : new GetRequest(offset, events, readsOn);
    }

    public boolean acknowledges() {
        return offset > NOTHING;
    }

    /** Whether it acknowledges and reads nothing on. */
    public boolean isMereAcknowledgement() {
        return !readsOn;
    }
}
