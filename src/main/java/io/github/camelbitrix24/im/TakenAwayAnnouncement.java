package io.github.camelbitrix24.im;

import java.util.List;
import java.util.function.Consumer;

import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports events that vanished from the portal's queue without our doing: a warning, and a Camel event.
 */
final class TakenAwayAnnouncement implements Consumer<List<Long>> {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private final CamelContext camelContext;
    private final ReaderName reader;

    TakenAwayAnnouncement(CamelContext camelContext, ReaderName reader) {
        this.camelContext = camelContext;
        this.reader = reader;
    }

    @Override
    public void accept(List<Long> eventIds) {
        LOG.warn("{} events for {} are gone, the first of them {}, that were not acknowledged here. Another"
                 + " application may be reading the events of the same user, or has unsubscribed, or the portal was restored from"
                 + " a backup. Give this integration a user of its own.",
                eventIds.size(), reader, eventIds.get(0));
        Notifiers.tell(camelContext, new Bitrix24ImEventsTakenAwayEvent(camelContext, reader, eventIds));
    }
}
