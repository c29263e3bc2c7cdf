package io.github.camelbitrix24.im.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;

/**
 * Counts the events that came without a readable id, and says each once, though it comes with every page until the
 * portal forgets it.
 */
public final class UnreadableEvents {

    private static final int REMEMBERED = 1_000;
    private static final int SHOWN = 3;

    private final AtomicLong count = new AtomicLong();
    private final Set<String> said = new LinkedHashSet<>();
    private final Logger log;
    private final String reader;

    /**
     * @param log    where it is said
     * @param reader whose events they are, for texts
     */
    public UnreadableEvents(Logger log, String reader) {
        this.log = log;
        this.reader = reader;
    }

    /**
     * Takes note of a page.
     */
    public void note(EventPage page) {
        List<String> news = page.unreadable().isEmpty() ? List.of() : remember(page.unreadable());
        if (!news.isEmpty()) {
            count.addAndGet(news.size());
            log.warn("Among the events of {} {} without a readable event id ({}). It is not given to the route, and cannot be"
                     + " acknowledged by itself: it goes with the next event that is, or after 24 hours. This is said once.",
                    reader, news.size() == 1 ? "is something" : "are " + news.size() + " things",
                    String.join("; ", news.subList(0, Math.min(news.size(), SHOWN))));
        }
    }

    private synchronized List<String> remember(List<String> events) {
        List<String> news = events.stream().filter(said::add).toList();
        while (said.size() > REMEMBERED) {
            said.remove(said.iterator().next());
        }
        return news;
    }

    /**
     * How many different ones came.
     */
    public long count() {
        return count.get();
    }
}
