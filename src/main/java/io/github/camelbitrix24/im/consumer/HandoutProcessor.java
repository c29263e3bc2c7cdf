package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.EventExchange;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.ActingUser;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends handouts down the route, one exchange each, and reports how they ended. Whatever is thrown on the way, each
 * handout is reported once.
 */
final class HandoutProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final Bitrix24ImConsumer consumer;
    private final ConsumerSession stream;
    private final FinishedEvents finished;
    private final HandoutJudge judge;
    private final Credentials credentials;
    private final ActingUser actingUser;

    HandoutProcessor(Bitrix24ImConsumer consumer, ConsumerSession stream, FinishedEvents finished, Credentials credentials,
                     ActingUser actingUser) {
        this.consumer = consumer;
        this.stream = stream;
        this.finished = finished;
        this.credentials = credentials;
        this.actingUser = actingUser;
        this.judge = new HandoutJudge(
                finished, consumer.getEndpoint().getConfiguration().isBreakOnFirstError(), consumer.getExceptionHandler(),
                name().toString());
    }

    private ReaderName name() {
        return consumer.name();
    }

    void route(Handout handout) {
        Exchange exchange;
        HandoutCompletion completion;
        try {
            List<Bitrix24ImEvent> events = finished.unfinished(handout.events());
            if (events.isEmpty()) {
                stream.done(handout);
                return;
            }
            exchange = exchange(handout, events);
            completion = HandoutCompletion.ofRoute(failure -> ended(handout, events, failure));
            exchange.getExchangeExtension().addOnCompletion(completion);
        } catch (Throwable e) {
            comeAgain(handout, e);
            return;
        }
        try {
            consumer.getProcessor().process(exchange);
        } catch (Throwable e) {
            exchange.setException(e);
        }
        completion.returned(exchange);
        consumer.releaseExchange(exchange, false);
    }

    private Exchange exchange(Handout handout, List<Bitrix24ImEvent> events) {
        Exchange exchange = consumer.createExchange(false);
        EventExchange content = new EventExchange(credentials.portal().authority(), actingUser.known());
        if (consumer.getEndpoint().getConfiguration().isBatching()) {
            content.fill(exchange, events);
        } else {
            content.fill(exchange, events.get(0));
        }
        content.markAttempt(exchange, handout.attempt());
        return exchange;
    }

    private void ended(Handout handout, List<Bitrix24ImEvent> events, Throwable failure) {
        Throwable again;
        try {
            again = judge.judge(events, failure);
        } catch (Throwable e) {
            again = e;
        }
        if (again == null) {
            stream.done(handout);
        } else {
            comeAgain(handout, again);
        }
    }

    private void comeAgain(Handout handout, Throwable failure) {
        Duration pause = stream.failed(handout);
        LOG.warn("Event {} of {} failed at attempt {} and comes again in {} s: {}", handout.first().getId(), name(),
                handout.attempt(), pause.toSeconds(), OneLine.of(failure));
    }
}
