package io.github.camelbitrix24.im;

import java.util.function.BiConsumer;

import io.github.camelbitrix24.im.observe.Diagnosis;
import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Announces a change of a consumer's state: a line in the log unless somebody else writes one, and a Camel event.
 */
final class StateAnnouncement implements BiConsumer<Bitrix24ImConsumerState, Diagnosis> {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private final CamelContext camelContext;
    private final ReaderName reader;

    StateAnnouncement(CamelContext camelContext, ReaderName reader) {
        this.camelContext = camelContext;
        this.reader = reader;
    }

    @Override
    public void accept(Bitrix24ImConsumerState old, Diagnosis diagnosis) {
        CamelEvent event = new Bitrix24ImStateChangedEvent(
                camelContext, reader, old, diagnosis.state(), diagnosis.reason());
        LOG.atLevel(level(old, diagnosis.state())).log("{}{}", event,
                diagnosis.advice() == null ? "" : ' ' + diagnosis.advice());
        Notifiers.tell(camelContext, event);
    }

    private static Level level(Bitrix24ImConsumerState old, Bitrix24ImConsumerState state) {
        return switch (state) {
            case NOT_DELETED, STUCK, LAGGING -> Level.WARN;
            // the failed poll, or the loss, has its own line
            case THROTTLED, BLOCKED, REAUTHORISING, REFUSED, UNAVAILABLE, TAKEN_AWAY, PAUSED, STARTING -> Level.DEBUG;
            case HEARING, IDLE -> switch (old) {
                case HEARING, IDLE, PAUSED, STARTING -> Level.DEBUG;
                default -> Level.INFO;
            };
        };
    }
}
