package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.observe.ConsumerMonitor;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.TakenAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a consumer does with what its feed finds out.
 */
final class ConsumerNews implements FeedNews {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final Bitrix24ImConsumer consumer;
    private final Credentials credentials;
    private final ConsumerMonitor watch;
    private final TakenAway takenAway;

    ConsumerNews(Bitrix24ImConsumer consumer, Credentials credentials, ConsumerMonitor watch) {
        this.consumer = consumer;
        this.credentials = credentials;
        this.watch = watch;
        this.takenAway = new TakenAway(consumer.getEndpoint().getCamelContext(), consumer::name);
    }

    @Override
    public void calling() {
        watch.pollBegan();
    }

    @Override
    public void unreadable(long soFar) {
        watch.unreadable(soFar);
    }

    @Override
    public void takenAway(List<Long> eventIds) {
        takenAway.accept(eventIds);
        watch.takenAway(eventIds);
    }

    @Override
    public void comingAgain(int events) {
        watch.comingAgain(events);
    }

    @Override
    public void actingUser(long user, Long before) {
        ReaderRegistry.of(consumer.getEndpoint().getCamelContext()).claimActing(credentials, user, consumer);
        if (before != null) {
            LOG.warn("{} acts as user {} now, before as user {}: the webhook or application was given to somebody else. Its"
                     + " events are those of user {} from now on.",
                    consumer.name(), user, before, user);
        }
    }
}
