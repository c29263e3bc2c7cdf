package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.rest.ActingUser;
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
    private final FinishedEvents finished;
    private final String portal;
    private final ActingUser actingUser;

    EventRouter(Bitrix24ImConsumer consumer, EventStream stream, FinishedEvents finished, Credentials credentials,
                ActingUser actingUser) {
        this.consumer = consumer;
        this.configuration = consumer.getEndpoint().getConfiguration();
        this.stream = stream;
        this.finished = finished;
        this.portal = credentials.portal().authority();
        this.actingUser = actingUser;
    }

    void route(Handout handout) {
        List<Bitrix24ImEvent> unfinished;
        try {
            unfinished = finished.unfinished(handout.events());
        } catch (RuntimeException e) {
            comeAgain(handout, e);
            return;
        }
        if (unfinished.isEmpty()) {
            stream.done(handout);
        } else {
            route(handout, unfinished);
        }
    }

    private void route(Handout handout, List<Bitrix24ImEvent> events) {
        HandoutCompletion completion = HandoutCompletion.ofRoute(failure -> ended(handout, events, failure));
        Exchange exchange = consumer.createExchange(false);
        try {
            EventExchange content = new EventExchange(portal, actingUser.id());
            if (configuration.isBatching()) {
                content.fill(exchange, events);
            } else {
                content.fill(exchange, events.get(0));
            }
            content.markAttempt(exchange, handout.attempt());
            exchange.getExchangeExtension().addOnCompletion(completion);
            consumer.getProcessor().process(exchange);
        } catch (Throwable e) {
            exchange.setException(e);
        }
        completion.returned(exchange);
        consumer.releaseExchange(exchange, false);
    }

    private void ended(Handout handout, List<Bitrix24ImEvent> events, Throwable failure) {
        if (failure == null) {
            finished.add(events);
            stream.done(handout);
        } else if (configuration.isBreakOnFirstError()) {
            comeAgain(handout, failure);
        } else {
            consumer.getExceptionHandler().handleException(
                    "Event " + handout.first().getId() + " of " + portal + " failed and counts as done", failure);
            stream.done(handout);
        }
    }

    private void comeAgain(Handout handout, Throwable failure) {
        Duration pause = stream.failed(handout);
        LOG.warn("Event {} of {} failed at attempt {} and comes again in {} s: {}", handout.first().getId(), portal,
                handout.attempt(), pause.toSeconds(), failure.toString());
    }
}
