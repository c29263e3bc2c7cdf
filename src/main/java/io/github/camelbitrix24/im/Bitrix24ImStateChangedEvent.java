package io.github.camelbitrix24.im;

import java.util.EventObject;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;

/**
 * Tells Camel's event notifiers that a consumer fares differently than before, once for each change.
 */
public final class Bitrix24ImStateChangedEvent extends EventObject implements CamelEvent.CamelContextEvent {

    private static final long serialVersionUID = 1L;

    private final transient CamelContext context;
    private final String portal;
    private final String user;
    private final Bitrix24ImConsumerState oldState;
    private final Bitrix24ImConsumerState newState;
    private final String reason;
    private long timestamp;

    Bitrix24ImStateChangedEvent(CamelContext context, String portal, String user, Bitrix24ImConsumerState oldState,
                                Bitrix24ImConsumerState newState, String reason) {
        super(context);
        this.context = context;
        this.portal = portal;
        this.user = user;
        this.oldState = oldState;
        this.newState = newState;
        this.reason = reason;
    }

    /**
     * The host of the portal.
     */
    public String getPortal() {
        return portal;
    }

    /**
     * The user whose events the consumer reads, as the credentials name it.
     */
    public String getUser() {
        return user;
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
    public CamelContext getContext() {
        return context;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    @Override
    public String toString() {
        return "The consumer of user " + user + " at " + portal + " was " + oldState + " and is " + newState + ": " + reason;
    }
}
