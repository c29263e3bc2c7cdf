package io.github.camelbitrix24.im;

import java.util.EventObject;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;

/**
 * Tells Camel's event notifiers that messenger events are gone from the portal's queue, though they were young and not
 * acknowledged here: most likely somebody else reads the events of the same user.
 */
public final class Bitrix24ImEventsTakenAwayEvent extends EventObject implements CamelEvent.CamelContextEvent {

    private static final long serialVersionUID = 1L;

    private final transient CamelContext context;
    private final String portal;
    private final String user;
    private final transient List<Long> eventIds;
    private long timestamp;

    Bitrix24ImEventsTakenAwayEvent(CamelContext context, String portal, String user, List<Long> eventIds) {
        super(context);
        this.context = context;
        this.portal = portal;
        this.user = user;
        this.eventIds = List.copyOf(eventIds);
    }

    /**
     * The host of the portal.
     */
    public String getPortal() {
        return portal;
    }

    /**
     * The user whose events they were, as the credentials name it.
     */
    public String getUser() {
        return user;
    }

    /**
     * The ids of the events that are gone.
     */
    public List<Long> getEventIds() {
        return eventIds;
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
        return eventIds.size() + " events of user " + user + " at " + portal + " were taken away";
    }
}
