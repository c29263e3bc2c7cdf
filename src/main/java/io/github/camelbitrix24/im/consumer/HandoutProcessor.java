package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.EventExchange;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends handouts down the route, one exchange each, and reports how they ended. Whatever is thrown on the way, each
 * handout is reported once.
 */
final class HandoutProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final Consumer consumer;
    private final Outcomes outcomes;
    private final FinishedEvents finished;
    private final HandoutJudge judge;
    private final ReaderName reader;
    private final boolean batching;
    private final Function<Bitrix24ImEvent, Long> self;

    /**
     * @param consumer begins the route
     * @param batching whether an exchange holds all events of a handout, as a list
     * @param reader   whose events they are
     * @param self     as whom the portal acts, as far as that is known
     */
    HandoutProcessor(Consumer consumer, Outcomes outcomes, FinishedEvents finished, HandoutJudge judge, boolean batching,
                     ReaderName reader, Function<Bitrix24ImEvent, Long> self) {
        this.consumer = consumer;
        this.outcomes = outcomes;
        this.finished = finished;
        this.judge = judge;
        this.batching = batching;
        this.reader = reader;
        this.self = self;
    }

    void process(Handout handout) {
        Exchange exchange;
        HandoutCompletion completion;
        try {
            List<Bitrix24ImEvent> events = finished.unfinished(handout.events());
            if (events.isEmpty()) {
                outcomes.done(handout);
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
        EventExchange content = new EventExchange(reader.portal(), self.apply(events.get(0)));
        if (batching) {
            content.fill(exchange, events);
        } else {
            content.fill(exchange, events.get(0));
        }
        content.markAttempt(exchange, handout.attempt());
        return exchange;
    }

    private void ended(Handout handout, List<Bitrix24ImEvent> events, Throwable failure) {
        Throwable again = judge.judge(events, failure);
        if (again == null) {
            outcomes.done(handout);
        } else {
            comeAgain(handout, again);
        }
    }

    private void comeAgain(Handout handout, Throwable failure) {
        Duration pause = outcomes.failed(handout);
        LOG.warn("Event {} of {} failed at attempt {} and comes again in {} s: {}", handout.first().getId(), reader,
                handout.attempt(), pause.toSeconds(), OneLine.of(failure));
    }
}
