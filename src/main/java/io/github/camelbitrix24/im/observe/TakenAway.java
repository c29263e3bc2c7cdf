package io.github.camelbitrix24.im.observe;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.Bitrix24ImEventsTakenAwayEvent;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports events that vanished from the portal's queue without our doing: a warning, and a Camel event.
 */
public final class TakenAway implements Consumer<List<Long>> {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final CamelContext camelContext;
    private final Supplier<ReaderName> reader;

    public TakenAway(CamelContext camelContext, Supplier<ReaderName> reader) {
        this.camelContext = camelContext;
        this.reader = reader;
    }

    @Override
    public void accept(List<Long> eventIds) {
        ReaderName name = reader.get();
        LOG.warn("{} events for {} are gone, the first of them {}, that were not acknowledged here. Another"
                 + " application may be reading the events of the same user, or has unsubscribed, or the portal was restored from"
                 + " a backup. Give this integration a user of its own.",
                eventIds.size(), name, eventIds.get(0));
        Notifiers.tell(camelContext, new Bitrix24ImEventsTakenAwayEvent(camelContext, name, eventIds));
    }
}
