package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.github.camelbitrix24.im.observe.ConsumerMonitor;
import io.github.camelbitrix24.im.observe.LeftOut;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.ReaderName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a consumer does with what its fetcher finds out.
 */
final class ConsumerNews implements QueueNews {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final ReaderName reader;
    private final ConsumerMonitor monitor;
    private final Consumer<List<Long>> takenAway;
    private final LongConsumer claim;

    /**
     * @param claim claims the events of a user for this reader, or throws a {@link SecondReaderException}
     */
    ConsumerNews(ReaderName reader, ConsumerMonitor monitor, Consumer<List<Long>> takenAway, LongConsumer claim) {
        this.reader = reader;
        this.monitor = monitor;
        this.takenAway = takenAway;
        this.claim = claim;
    }

    @Override
    public void calling() {
        monitor.callBegan();
    }

    @Override
    public void called() {
        monitor.callEnded();
    }

    @Override
    public void unreadable(long soFar) {
        monitor.unreadable(soFar);
    }

    @Override
    public void leftOut(LeftOut reason) {
        monitor.leftOut(reason);
    }

    @Override
    public void takenAway(List<Long> eventIds) {
        takenAway.accept(eventIds);
        monitor.takenAway(eventIds);
    }

    @Override
    public void comingAgain(int events) {
        monitor.comingAgain(events);
    }

    @Override
    public void actingUser(long user, Long before) {
        claim.accept(user);
        if (before != null) {
            LOG.warn("{} acts as user {} now, before as user {}: the webhook or application was given to somebody else. Its"
                     + " events are those of user {} from now on.",
                    reader, user, before, user);
        }
    }
}
