package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.github.camelbitrix24.im.observe.LeftOut;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.ReaderName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with what the fetcher of receivers finds out: nobody watches over a receiver but whoever receives.
 */
final class ReceiverNews implements QueueNews {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.POLLING_CONSUMER);

    private final AtomicBoolean saidThatEventsComeAgain = new AtomicBoolean();
    private final ReaderName reader;
    private final Consumer<List<Long>> takenAway;
    private final LongConsumer claim;

    /**
     * @param claim claims the events of a user for this reader, or throws a {@link SecondReaderException}
     */
    ReceiverNews(ReaderName reader, Consumer<List<Long>> takenAway, LongConsumer claim) {
        this.reader = reader;
        this.takenAway = takenAway;
        this.claim = claim;
    }

    @Override
    public void calling() {
        // whoever receives waits himself
    }

    @Override
    public void called() {
        // whoever receives waits himself
    }

    @Override
    public void unreadable(long soFar) {
        // it was said in the log
    }

    @Override
    public void leftOut(LeftOut reason) {
        // nobody is there to be told
    }

    @Override
    public void takenAway(List<Long> eventIds) {
        takenAway.accept(eventIds);
    }

    @Override
    public void comingAgain(int events) {
        if (saidThatEventsComeAgain.getAndSet(true)) {
            return;
        }
        LOG.warn("{} events of {} came again that were acknowledged: the portal, or something between, does not delete them, or"
                 + " the portal was restored from a backup. They are not offered again.",
                events, reader);
    }

    @Override
    public void actingUser(long user, Long before) {
        claim.accept(user);
        if (before != null) {
            LOG.warn("{} acts as user {} now, before as user {}: the webhook or application was given to somebody else.",
                    reader, user, before);
        }
    }
}
