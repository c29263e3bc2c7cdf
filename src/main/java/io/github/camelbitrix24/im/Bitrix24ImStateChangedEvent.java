package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;

/**
 * Tells Camel's event notifiers that a consumer fares differently than before, once for each change.
 */
public final class Bitrix24ImStateChangedEvent extends UserEvent {

    private static final long serialVersionUID = 2L;

    private final Bitrix24ImConsumerState oldState;
    private final Bitrix24ImConsumerState newState;
    private final String reason;

    Bitrix24ImStateChangedEvent(CamelContext context, ReaderName reader, Bitrix24ImConsumerState oldState,
                                Bitrix24ImConsumerState newState, String reason) {
        super(context, reader);
        this.oldState = oldState;
        this.newState = newState;
        this.reason = reason;
    }

    /**
     * How the consumer fared before.
     */
    public Bitrix24ImConsumerState getOldState() {
        return oldState;
    }

    /**
     * How it fares now.
     */
    public Bitrix24ImConsumerState getNewState() {
        return newState;
    }

    /**
     * Why, as a sentence; it holds no secret.
     */
    public String getReason() {
        return reason;
    }

    @Override
    public String toString() {
        return "The consumer of " + reader() + " was " + oldState + " and is " + newState + ": " + reason;
    }
}
