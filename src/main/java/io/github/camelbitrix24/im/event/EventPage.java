package io.github.camelbitrix24.im.event;

import java.util.List;

/**
 * One answer of {@code im.v2.Event.get}.
 *
 * @param events     the events by ascending id
 * @param hasMore    whether the portal says that it holds more; it says so whenever a page is full
 * @param unreadable what came in place of events and has no readable id, described for people without what was written
 */
public record EventPage(List<Bitrix24ImEvent> events, boolean hasMore, List<String> unreadable) {

    /** A page of which everything is readable. */
    public EventPage(List<Bitrix24ImEvent> events, boolean hasMore) {
        this(events, hasMore, List.of());
    }

    /**
     * How many rows of the portal it shows, readable or not.
     */
    public int rows() {
        return events.size() + unreadable.size();
    }
}
