package io.github.camelbitrix24.im;

import java.util.List;

import org.apache.camel.CamelContext;

/**
 * Tells Camel's event notifiers that messenger events are gone from the portal's queue, though they were young and not
 * acknowledged here: most likely somebody else reads the events of the same user.
 */
public final class Bitrix24ImEventsTakenAwayEvent extends UserEvent {

    private static final long serialVersionUID = 1L;

    private final transient List<Long> eventIds;

    Bitrix24ImEventsTakenAwayEvent(CamelContext context, String portal, String user, List<Long> eventIds) {
        super(context, portal, user);
        this.eventIds = List.copyOf(eventIds);
    }

    /**
     * The ids of the events that are gone.
     */
    public List<Long> getEventIds() {
        return eventIds;
    }

    @Override
    public String toString() {
        return eventIds.size() + " events of user " + getUser() + " at " + getPortal() + " were taken away";
    }
}
