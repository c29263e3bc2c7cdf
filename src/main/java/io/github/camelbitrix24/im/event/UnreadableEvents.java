package io.github.camelbitrix24.im.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;

/**
 * Counts the events that came without a readable id, and says each once, though it comes with every page until the
 * portal forgets it. Not for several threads at once, but for the count.
 */
public final class UnreadableEvents {

    private static final int REMEMBERED = 1_000;

    private final AtomicLong count = new AtomicLong();
    private final Set<String> said = new LinkedHashSet<>();
    private final Logger log;
    private final String portal;

    /**
     * @param log    where it is said
     * @param portal the host of the portal
     */
    public UnreadableEvents(Logger log, String portal) {
        this.log = log;
        this.portal = portal;
    }

    /**
     * Takes note of a page.
     */
    public void note(EventPage page) {
        for (String event : List.copyOf(page.unreadable())) {
            if (said.add(event)) {
                count.incrementAndGet();
                log.warn("{} sends something without a readable event id ({}). It is not given to the route, and cannot be"
                         + " acknowledged by itself: it goes with the next event that is, or after 24 hours.",
                        portal, event);
            }
        }
        while (said.size() > REMEMBERED) {
            said.remove(said.iterator().next());
        }
    }

    /**
     * How many different ones came.
     */
    public long count() {
        return count.get();
    }
}
