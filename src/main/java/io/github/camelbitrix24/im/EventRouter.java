package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.rest.ActingUser;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends handouts down the route, one exchange each, and reports how they ended.
 */
final class EventRouter {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private final Bitrix24ImConsumer consumer;
    private final Bitrix24ImConfiguration configuration;
    private final EventStream stream;
    private final String portal;
    private final ActingUser actingUser;

    EventRouter(Bitrix24ImConsumer consumer, EventStream stream, String portal, ActingUser actingUser) {
        this.consumer = consumer;
        this.configuration = consumer.getEndpoint().getConfiguration();
        this.stream = stream;
        this.portal = portal;
        this.actingUser = actingUser;
    }

    void route(Handout handout) {
        HandoutCompletion completion = new HandoutCompletion(failure -> ended(handout, failure));
        Exchange exchange = consumer.createExchange(false);
        try {
            new EventExchange(portal, knownUser()).fill(exchange, handout, configuration.isBatching());
            exchange.getExchangeExtension().addOnCompletion(completion);
            consumer.getProcessor().process(exchange);
        } catch (Throwable e) {
            exchange.setException(e);
        }
        completion.returned(exchange);
        consumer.releaseExchange(exchange, false);
    }

    private Long knownUser() throws RestException {
        return actingUser.id();
    }

    private void ended(Handout handout, Throwable failure) {
        if (failure == null) {
            stream.done(handout);
        } else if (configuration.isBreakOnFirstError()) {
            Duration pause = stream.failed(handout);
            LOG.warn("Event {} of {} failed at attempt {} and comes again in {} s: {}", handout.first().getId(), portal,
                    handout.attempt(), pause.toSeconds(), failure.toString());
        } else {
            consumer.getExceptionHandler().handleException(
                    "Event " + handout.first().getId() + " of " + portal + " failed and counts as done", failure);
            stream.done(handout);
        }
    }
}
