package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of events that cannot be routed because their id cannot be read: of more than before at once, else hourly. */
final class UnreadableEvents {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);
    private static final Duration REMINDER = Duration.ofHours(1);

    private final Supplier<ReaderName> reader;
    private int told;
    private long toldAt;

    UnreadableEvents(Supplier<ReaderName> reader) {
        this.reader = reader;
    }

    /**
     * @param events how many the last page has
     * @param now    nanoseconds of a monotonic source
     */
    synchronized void seen(int events, long now) {
        boolean reminder = told > 0 && now - toldAt >= REMINDER.toNanos();
        if (events > 0 && (reminder || events > told)) {
            told = events;
            toldAt = now;
            LOG.warn("{} events for {} have no id that can be read, so they cannot be routed. The portal deletes them together"
                     + " with those that follow, at the latest after 24 h. The others come. Ask whoever runs the portal, or a"
                     + " proxy in front of it, what it sends.",
                    events, reader.get());
        } else if (events == 0 && reminder) {
            told = 0;
        }
    }
}
