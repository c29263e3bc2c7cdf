package io.github.camelbitrix24.im.consumer;

/**
 * What has become of a poll, or of one call of it.
 */
public sealed interface PollStep {

    /** Another poll for the same user is under way. */
    PollStep BUSY = new Busy();

    /** The portal was asked for something that a poll needs first; the poll goes on. */
    PollStep PREPARED = new Prepared();

    /** There was nothing to ask the portal for. */
    PollStep NOTHING = new Nothing();

    /**
     * The portal has answered.
     *
     * @param events how many came that were not here before
     */
    record Read(int events) implements PollStep {
    }

    /** The poll ended in this. */
    record Failed(Throwable cause) implements PollStep {
    }

    /** See {@link #BUSY}. */
    record Busy() implements PollStep {
    }

    /** See {@link #PREPARED}. */
    record Prepared() implements PollStep {
    }

    /** See {@link #NOTHING}. */
    record Nothing() implements PollStep {
    }
}
