package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImEndpoint;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.Bitrix24ImPollingConsumer;
import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.exchange.EventExchange;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.observe.TakenAway;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one user for whoever asks for the next: {@code poll}, {@code pollEnrich} and consumer templates share
 * it. An event belongs to the exchange that took it until that is completed; if that never happens it is offered again
 * after {@link #LEASE}. It lives on after the last receiver has gone, until what was taken is done and acknowledged:
 * Camel may make a receiver for one event only.
 */
public final class ReceiverSession implements FeedNews {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(LogName.POLLING_CONSUMER);
    private static final Backoff AT_ONCE = new Backoff(Duration.ZERO, Duration.ZERO);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LAST_CALL = Duration.ofSeconds(10);

    private final ReentrantLock feeding = new ReentrantLock(true);
    private final Semaphore givenBack = new Semaphore(0);
    private final AtomicBoolean acknowledgementPlanned = new AtomicBoolean();
    private final AtomicBoolean saidThatEventsComeAgain = new AtomicBoolean();
    private final Bitrix24ImEndpoint endpoint;
    private final RestClient client;
    private final ReaderName name;
    private final ReceiverOptions options;
    private final Delivery delivery;
    private final EventFetcher feed;
    private final FinishedEvents finished;
    private final HandoutJudge judge;
    private final TakenAway takenAway;
    private final LongSupplier nanoTime;
    private final Duration lease;
    private final Map<Handout, Long> taken = new ConcurrentHashMap<>();
    private final AtomicInteger receivers = new AtomicInteger();
    private final Runnable beat = this::beat;
    private volatile boolean joined;
    private volatile boolean ending;

    public ReceiverSession(Bitrix24ImEndpoint endpoint, RestClient client) {
        this(endpoint, client, LEASE);
    }

    /**
     * @param lease how long an event belongs to an exchange that is not completed
     */
    public ReceiverSession(Bitrix24ImEndpoint endpoint, RestClient client, Duration lease) {
        Bitrix24ImConfiguration configuration = endpoint.getConfiguration();
        this.endpoint = endpoint;
        this.client = client;
        this.name = ReaderName.of(null, client.credentials());
        this.options = ReceiverOptions.of(configuration);
        this.nanoTime = endpoint.getComponent().nanoTime();
        this.lease = lease;
        this.delivery = new Delivery(
                new DeliveryOptions(
                        DeliveryOptions.INDEPENDENT, false, configuration.getLimit(), configuration.getMaxInFlight(),
                        configuration.getMaxResponseSize(), Duration.ofMillis(configuration.getSettleTime()), Duration.ZERO,
                        AT_ONCE),
                nanoTime.getAsLong());
        this.feed = new EventFetcher(configuration, client, delivery, this, name, nanoTime);
        this.finished = new FinishedEvents(
                endpoint.getCamelContext(), configuration.getIdempotentRepository(), client.credentials());
        this.judge = new HandoutJudge(
                finished, configuration.isBreakOnFirstError(),
                endpoint.getExceptionHandler() != null
                        ? endpoint.getExceptionHandler()
                        : new LoggingExceptionHandler(endpoint.getCamelContext(), Bitrix24ImPollingConsumer.class),
                name.toString());
        this.takenAway = new TakenAway(endpoint.getCamelContext(), () -> name);
    }

    /**
     * Somebody begins to receive. Called by whoever keeps the readers, one at a time.
     *
     * @throws IllegalStateException if he wants other events than those who receive already
     */
    void join(ReceiverOptions wanted) {
        options.requireSame(wanted, name);
        finished.start();
        receivers.incrementAndGet();
        joined = true;
        endpoint.getComponent().heartbeat().add(beat);
    }

    /**
     * Somebody will receive no more. With the last one what is done is acknowledged; what is not settled yet is waited
     * for by nobody, since a route may make a receiver for each call.
     */
    public void leave() {
        givenBack.release(receivers.getAndDecrement());
        if (isUsed()) {
            return;
        }
        if (delivery.hasUnacknowledged() && endpoint.getCamelContext().isStopping()) {
            // the component will see to the users of all receivers at once
            return;
        }
        if (delivery.untilSettled(nanoTime.getAsLong()).isZero()) {
            acknowledgementOfLast().run();
            release();
        } else {
            acknowledgeLater(Duration.ZERO);
        }
    }

    /** Whether nobody has joined yet. */
    boolean isNew() {
        return !joined;
    }

    boolean isUsed() {
        return receivers.get() > 0 || !taken.isEmpty();
    }

    public boolean isOf(Component component) {
        return endpoint.getComponent() == component;
    }

    /**
     * The component is being stopped.
     *
     * @return waits until what is done is acknowledged, as long as there is time
     */
    public Runnable end() {
        ending = true;
        Runnable acknowledgement = acknowledgementOfLast();
        return () -> {
            acknowledgement.run();
            endpoint.getComponent().heartbeat().remove(beat);
            ReaderRegistry.of(endpoint.getCamelContext()).release(this);
        };
    }

    /** Gives the user free, unless somebody has begun to receive meanwhile. */
    private void release() {
        if (ReaderRegistry.of(endpoint.getCamelContext()).releaseIfUnused(this)) {
            endpoint.getComponent().heartbeat().remove(beat);
        }
    }

    private void beat() {
        offerAgainWhatWasForgotten();
        releaseIfFinished();
    }

    private void releaseIfFinished() {
        if (!isUsed() && !delivery.hasUnacknowledged()) {
            release();
        }
    }

    private Runnable acknowledgementOfLast() {
        ScheduledExecutorService timer = endpoint.getComponent().timer();
        if (timer == null || !delivery.hasUnacknowledged()) {
            return () -> {
            };
        }
        Duration time = new StopTime(nanoTime).left(endpoint.getCamelContext().getShutdownStrategy());
        return new LastAcknowledgement(timer, this::execute, name.toString())
                .begin(delivery.untilSettled(nanoTime.getAsLong()), time, () -> acknowledge(time));
    }

    private void execute(Runnable task) {
        endpoint.getComponent().pollThreads().execute(client.credentials().portal(), false, task);
    }

    /**
     * The next event as an exchange, or {@code null} when none comes within the time.
     *
     * @param timeout how long to wait; zero asks the portal once
     * @param allowed whether to go on waiting
     */
    public Exchange receive(Duration timeout, BooleanSupplier allowed) throws RestException, InterruptedException {
        long end = nanoTime.getAsLong() + timeout.toNanos();
        long pause = Duration.ofMillis(endpoint.getConfiguration().getBusyDelay()).toNanos();
        Exchange exchange = next();
        while (exchange == null && allowed.getAsBoolean() && end - nanoTime.getAsLong() > 0) {
            givenBack.tryAcquire(Math.min(pause, end - nanoTime.getAsLong()), TimeUnit.NANOSECONDS);
            givenBack.drainPermits();
            exchange = allowed.getAsBoolean() ? next() : null;
        }
        return exchange;
    }

    private Exchange next() throws RestException, InterruptedException {
        offerAgainWhatWasForgotten();
        Exchange exchange = take();
        if (exchange == null) {
            feeding.lockInterruptibly();
            try {
                feed.poll(() -> {
                });
            } finally {
                feeding.unlock();
            }
            exchange = take();
        }
        return exchange;
    }

    private void offerAgainWhatWasForgotten() {
        long now = nanoTime.getAsLong();
        taken.forEach((handout, since) -> {
            if (now - since > lease.toNanos()) {
                giveBack(handout);
            }
        });
    }

    private Exchange take() {
        for (Handout handout = delivery.take(nanoTime.getAsLong());
             handout != null;
             handout = delivery.take(nanoTime.getAsLong())) {
            taken.put(handout, nanoTime.getAsLong());
            try {
                if (!finished.unfinished(handout.events()).isEmpty()) {
                    return exchange(handout);
                }
            } catch (Throwable e) {
                giveBack(handout);
                throw e;
            }
            taken.remove(handout);
            delivery.done(handout);
        }
        return null;
    }

    private Exchange exchange(Handout handout) {
        EventExchange content
                = new EventExchange(client.credentials().portal().authority(), feed.actingUser().known());
        Exchange exchange = endpoint.createExchange();
        content.fill(exchange, handout.first());
        content.markAttempt(exchange, handout.attempt());
        exchange.getExchangeExtension().addOnCompletion(HandoutCompletion.ofReceiver(failure -> ended(handout, failure)));
        return exchange;
    }

    private void ended(Handout handout, Throwable failure) {
        // an event whose lease has run out belongs to somebody else
        if (!taken.containsKey(handout)) {
            return;
        }
        Throwable again;
        try {
            again = judge.judge(handout.events(), failure);
        } catch (Throwable e) {
            again = e;
        }
        if (again != null) {
            giveBack(handout);
            LOG.debug("Event {} of {} is offered again: {}", handout.first().getId(), name, OneLine.of(again));
        } else if (taken.remove(handout) != null) {
            delivery.done(handout);
        }
        acknowledgeLater(SOON);
    }

    private void giveBack(Handout handout) {
        if (taken.remove(handout) != null) {
            delivery.failed(handout, nanoTime.getAsLong());
            givenBack.release();
        }
    }

    /** What is done is acknowledged even if nobody asks for another event. */
    private void acknowledgeLater(Duration pause) {
        ScheduledExecutorService timer = endpoint.getComponent().timer();
        if (timer == null || !acknowledgementPlanned.compareAndSet(false, true)) {
            return;
        }
        try {
            timer.schedule(() -> execute(this::acknowledgePlanned), pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The component is being stopped, which acknowledges what is left", e);
        } catch (RuntimeException | Error e) {
            acknowledgementPlanned.set(false);
            LOG.warn("The acknowledgement for {} is left to the next event: {}", name, OneLine.of(e));
        }
    }

    private void acknowledgePlanned() {
        acknowledgementPlanned.set(false);
        if (ending) {
            return;
        }
        Duration untilSettled = delivery.untilSettled(nanoTime.getAsLong());
        if (!untilSettled.isZero()) {
            acknowledgeLater(untilSettled);
            return;
        }
        try {
            acknowledge(LAST_CALL);
            if (delivery.hasUnacknowledged()) {
                acknowledgeLater(Duration.ofMillis(endpoint.getDelay()));
            }
            releaseIfFinished();
        } catch (RestException e) {
            LOG.warn("The acknowledgement for {} is tried again: {}", name, Bitrix24ImException.of(e).getMessage());
            acknowledgeLater(Duration.ofMillis(endpoint.getDelay()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.warn("The acknowledgement for {} is tried again: {}", name, OneLine.of(e));
            acknowledgeLater(Duration.ofMillis(endpoint.getDelay()));
        }
    }

    private Object acknowledge(Duration patience) throws RestException, InterruptedException {
        feeding.lockInterruptibly();
        try {
            feed.acknowledge(patience.compareTo(LAST_CALL) < 0 ? patience : LAST_CALL);
            return null;
        } finally {
            feeding.unlock();
        }
    }

    @Override
    public void takenAway(List<Long> eventIds) {
        takenAway.accept(eventIds);
    }

    @Override
    public void calling() {
        // nobody watches over a receiver but whoever receives
    }

    @Override
    public void unreadable(long soFar) {
        // it was said in the log
    }

    @Override
    public void comingAgain(int events) {
        if (saidThatEventsComeAgain.getAndSet(true)) {
            return;
        }
        LOG.warn("{} events of {} came again that were acknowledged: the portal, or something between, does not delete them, or"
                 + " the portal was restored from a backup. They are not offered again.",
                events, name);
    }

    @Override
    public void actingUser(long user, Long before) {
        ReaderRegistry.of(endpoint.getCamelContext()).claimActing(client.credentials(), user, this);
        if (before != null) {
            LOG.warn("{} acts as user {} now, before as user {}: the webhook or application was given to somebody else.", name,
                    user, before);
        }
    }
}
