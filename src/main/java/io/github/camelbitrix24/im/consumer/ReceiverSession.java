package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.exchange.EventExchange;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one user for whoever asks for the next: {@code poll}, {@code pollEnrich} and consumer templates share
 * it. It lives on after the last receiver has gone, until what was taken is done and acknowledged: Camel may make a
 * receiver for one event only.
 */
public final class ReceiverSession {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(LogName.POLLING_CONSUMER);
    private static final Duration SOON = Duration.ofMillis(100);

    private final ReaderName reader;
    private final ReaderSettings settings;
    private final Workplace workplace;
    private final ReceiverCallbacks callbacks;
    private final ReaderRegistry readers;
    private final Delivery delivery;
    private final LentHandouts lent;
    private final EventFetcher fetcher;
    private final FinishedEvents finished;
    private final HandoutJudge judge;
    private final Acknowledger acknowledger;
    private final PlannedAcknowledgement planned;
    private final Runnable beat = this::beat;

    private ReceiverSession(ReaderName reader, RestClient client, ReaderSettings settings, Workplace workplace,
                            ReceiverCallbacks callbacks,
                            Duration lease) {
        this.reader = reader;
        this.settings = settings;
        this.workplace = workplace;
        this.callbacks = callbacks;
        this.readers = ReaderRegistry.of(workplace.camelContext());
        this.delivery = new Delivery(settings.forReceivers(), workplace.now());
        this.lent = new LentHandouts(delivery, lease, workplace);
        ReceiverNews news = new ReceiverNews(
                reader, callbacks::takenAway, user -> readers.claimActing(reader, user, this));
        this.fetcher = new EventFetcher(settings, client, delivery, news, reader, workplace.nanoTime());
        this.finished = new FinishedEvents(workplace.camelContext(), settings.idempotentRepository(), reader);
        this.judge = new HandoutJudge(finished, settings.breakOnFirstError(), callbacks::eventFailed, reader.toString());
        this.acknowledger = new Acknowledger(fetcher, delivery, this::execute, workplace, reader.toString());
        this.planned = new PlannedAcknowledgement(
                acknowledger, this::execute, settings.delay(), this::releaseIfFinished, workplace, reader.toString());
    }

    /**
     * Somebody begins to receive, and shares what others have who receive the same user's events.
     *
     * @throws SecondReaderException if a route reads the events of this user
     * @throws IllegalStateException if he wants other events than those who receive already
     */
    public static ReceiverSession join(
            ReaderName reader, RestClient client, ReaderSettings settings, Workplace workplace,
            ReceiverCallbacks callbacks) {
        return join(reader, client, settings, workplace, callbacks, LEASE);
    }

    /**
     * @param lease how long an event belongs to an exchange that is not completed
     */
    static ReceiverSession join(
            ReaderName reader, RestClient client, ReaderSettings settings, Workplace workplace, ReceiverCallbacks callbacks,
            Duration lease) {
        return ReaderRegistry.of(workplace.camelContext()).share(
                reader, ReceiverSession.class,
                () -> new ReceiverSession(reader, client, settings, workplace, callbacks, lease),
                session -> session.admit(settings));
    }

    private void admit(ReaderSettings wanted) {
        ReceiverOptions.of(settings).requireSame(ReceiverOptions.of(wanted), reader);
        finished.start();
        workplace.heartbeat().add(beat);
    }

    /** Ends what receivers of a component have left, together, as long as there is time. */
    public static void endAll(Workplace workplace) {
        ReaderRegistry.of(workplace.camelContext()).readers(ReceiverSession.class).stream()
                .filter(session -> session.workplace == workplace)
                .map(ReceiverSession::end).toList()
                .forEach(Runnable::run);
    }

    /**
     * Somebody will receive no more. With the last one what is done is acknowledged; what is not settled yet is waited
     * for by nobody, since a route may make a receiver for each call.
     */
    public void leave() {
        int left = readers.leave(this);
        lent.wake(left + 1);
        if (left > 0 || !lent.isEmpty()) {
            return;
        }
        if (acknowledger.hasUnacknowledged() && workplace.camelContext().isStopping()) {
            // the component will see to the users of all receivers at once
            return;
        }
        if (acknowledger.untilSettled().isZero()) {
            acknowledgementOfLast().run();
            release();
        } else {
            planned.after(Duration.ZERO);
        }
    }

    /**
     * The component is being stopped.
     *
     * @return waits until what is done is acknowledged, as long as there is time
     */
    private Runnable end() {
        planned.end();
        Runnable acknowledgement = acknowledgementOfLast();
        return () -> {
            acknowledgement.run();
            workplace.heartbeat().remove(beat);
            readers.release(this);
        };
    }

    /** Gives the user free, unless somebody has begun to receive meanwhile. */
    private void release() {
        if (readers.releaseIfUnused(this, lent::isEmpty)) {
            workplace.heartbeat().remove(beat);
        }
    }

    private void beat() {
        lent.takeBackWhatWasForgotten();
        releaseIfFinished();
    }

    private void releaseIfFinished() {
        if (readers.sharing(this) == 0 && lent.isEmpty() && !acknowledger.hasUnacknowledged()) {
            release();
        }
    }

    private Runnable acknowledgementOfLast() {
        return acknowledger.beginLast(
                new StopTime(workplace.nanoTime()).left(workplace.camelContext().getShutdownStrategy()));
    }

    private void execute(Runnable task) {
        workplace.pollThreads().execute(reader.portal(), false, task);
    }

    /**
     * The next event as an exchange, or {@code null} when none comes within the time.
     *
     * @param timeout how long to wait; zero asks the portal once
     * @param allowed whether to go on waiting
     */
    public Exchange receive(Duration timeout, BooleanSupplier allowed) throws RestException, InterruptedException {
        long end = workplace.now() + timeout.toNanos();
        Exchange exchange = next();
        while (exchange == null && allowed.getAsBoolean() && end - workplace.now() > 0) {
            lent.awaitGivenBack(Math.min(settings.busyDelay().toNanos(), end - workplace.now()));
            exchange = allowed.getAsBoolean() ? next() : null;
        }
        return exchange;
    }

    private Exchange next() throws RestException, InterruptedException {
        lent.takeBackWhatWasForgotten();
        Exchange exchange = take();
        if (exchange == null) {
            fetcher.poll(() -> {
            });
            exchange = take();
        }
        return exchange;
    }

    private Exchange take() {
        for (Handout handout = lent.take(); handout != null; handout = lent.take()) {
            try {
                if (!finished.unfinished(handout.events()).isEmpty()) {
                    return exchange(handout);
                }
            } catch (Throwable e) {
                lent.giveBack(handout);
                throw e;
            }
            lent.done(handout);
        }
        return null;
    }

    private Exchange exchange(Handout handout) {
        EventExchange content = new EventExchange(reader.portal(), fetcher.self(handout.first()));
        Exchange exchange = callbacks.createExchange();
        content.fill(exchange, handout.first());
        content.markAttempt(exchange, handout.attempt());
        exchange.getExchangeExtension().addOnCompletion(HandoutCompletion.ofReceiver(failure -> ended(handout, failure)));
        return exchange;
    }

    private void ended(Handout handout, Throwable failure) {
        // an event whose lease has run out belongs to somebody else
        if (!lent.isLent(handout)) {
            return;
        }
        Throwable again = judge.judge(handout.events(), failure);
        if (again != null) {
            lent.giveBack(handout);
            LOG.debug("Event {} of {} is offered again: {}", handout.first().getId(), reader, OneLine.of(again));
        } else {
            lent.done(handout);
        }
        planned.after(SOON);
    }
}
