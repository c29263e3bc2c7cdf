package io.github.camelbitrix24.im;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;

/**
 * Tells Camel's event notifiers that messenger events are gone from the portal's queue, though they were young and not
 * acknowledged here: most likely somebody else reads the events of the same user.
 */
public final class Bitrix24ImEventsTakenAwayEvent extends UserEvent {

    private static final long serialVersionUID = 2L;

    private final ArrayList<Long> eventIds;

    Bitrix24ImEventsTakenAwayEvent(CamelContext context, ReaderName reader, List<Long> eventIds) {
        super(context, reader);
        this.eventIds = new ArrayList<>(eventIds);
    }

    /**
     * The ids of the events that are gone.
     */
    public List<Long> getEventIds() {
        return Collections.unmodifiableList(eventIds);
    }

    @Override
    public String toString() {
        return eventIds.size() + " events for " + reader() + " were taken away";
    }
}
