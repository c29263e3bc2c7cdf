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
    private static final int SHOWN = 3;

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
        List<String> news = page.unreadable().stream().filter(said::add).toList();
        if (!news.isEmpty()) {
            count.addAndGet(news.size());
            log.warn("{} sends {} without a readable event id ({}). It is not given to the route, and cannot be acknowledged by"
                     + " itself: it goes with the next event that is, or after 24 hours. This is said once.",
                    portal, news.size() == 1 ? "something" : news.size() + " things", String.join("; ", first(news)));
        }
        while (said.size() > REMEMBERED) {
            said.remove(said.iterator().next());
        }
    }

    private static List<String> first(List<String> news) {
        return news.subList(0, Math.min(news.size(), SHOWN));
    }

    /**
     * How many different ones came.
     */
    public long count() {
        return count.get();
    }
}
