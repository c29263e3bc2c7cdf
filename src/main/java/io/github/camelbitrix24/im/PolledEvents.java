package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one user for whoever asks for the next: {@code poll}, {@code pollEnrich} and consumer templates share
 * it. An event belongs to the exchange that took it until that is completed; if that never happens it is offered again
 * after {@link #LEASE}.
 */
final class PolledEvents {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(PolledEvents.class);
    private static final Backoff AT_ONCE = new Backoff(Duration.ZERO, Duration.ZERO);
    private static final Duration SOON = Duration.ofMillis(100);

    private final ReentrantLock feeding = new ReentrantLock(true);
    private final Semaphore givenBack = new Semaphore(0);
    private final AtomicBoolean acknowledgementPlanned = new AtomicBoolean();
    private final Bitrix24ImEndpoint endpoint;
    private final RestClient client;
    private final Delivery delivery;
    private final EventFeed feed;
    private final FinishedEvents finished;
    private final Duration lease;
    private final Map<Handout, Long> taken = new ConcurrentHashMap<>();

    private ScheduledExecutorService acknowledger;
    private int users;

    PolledEvents(Bitrix24ImEndpoint endpoint, RestClient client) {
        this(endpoint, client, LEASE);
    }

    /**
     * @param lease how long an event belongs to an exchange that is not completed
     */
    PolledEvents(Bitrix24ImEndpoint endpoint, RestClient client, Duration lease) {
        Bitrix24ImConfiguration configuration = endpoint.getConfiguration();
        this.endpoint = endpoint;
        this.client = client;
        this.lease = lease;
        this.delivery = new Delivery(
                new DeliveryOptions(
                        DeliveryOptions.INDEPENDENT, false, configuration.getLimit(), configuration.getMaxInFlight(),
                        configuration.getMaxResponseSize(), Duration.ofMillis(configuration.getSettleTime()), Duration.ZERO,
                        AT_ONCE),
                System.nanoTime());
        this.feed = new EventFeed(
                configuration, client, delivery, new TakenAway(endpoint.getCamelContext(), client.credentials()));
        this.finished = new FinishedEvents(configuration.getIdempotentRepository(), client.credentials());
    }

    /**
     * Somebody begins to receive.
     */
    void join() {
        feeding.lock();
        try {
            users++;
            if (users == 1) {
                finished.start(endpoint.getCamelContext());
                acknowledger = endpoint.getCamelContext().getExecutorServiceManager()
                        .newSingleThreadScheduledExecutor(this, "bitrix24-im-acknowledger");
            }
        } finally {
            feeding.unlock();
        }
    }

    /**
     * Somebody will receive no more; with the last one what is done is acknowledged.
     *
     * @return whether it was the last one
     */
    boolean leave() {
        feeding.lock();
        try {
            users--;
            if (users == 0) {
                endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(acknowledger);
                feed.acknowledgeLast();
            }
        } catch (RestException e) {
            LOG.warn("The last events of {} could not be acknowledged and will come again: {}",
                    client.credentials().portal(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feeding.unlock();
        }
        if (users == 0) {
            finished.stop();
        }
        return users == 0;
    }

    /**
     * The next event as an exchange, or {@code null} when none comes within the time.
     *
     * @param timeout how long to wait; zero asks the portal once
     */
    Exchange receive(Duration timeout) throws RestException, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        long pause = Duration.ofMillis(endpoint.getConfiguration().getBusyDelay()).toNanos();
        Handout handout = next();
        while (handout == null && end - System.nanoTime() > 0) {
            givenBack.tryAcquire(Math.min(pause, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            givenBack.drainPermits();
            handout = next();
        }
        return handout == null ? null : exchange(handout);
    }

    private Handout next() throws RestException, InterruptedException {
        long now = System.nanoTime();
        taken.forEach((handout, since) -> {
            if (now - since > lease.toNanos()) {
                giveBack(handout);
            }
        });
        Handout handout = take();
        if (handout == null) {
            feeding.lockInterruptibly();
            try {
                feed.poll(() -> {
                });
            } finally {
                feeding.unlock();
            }
            handout = take();
        }
        return handout;
    }

    private Handout take() {
        Handout handout = delivery.take(System.nanoTime());
        while (handout != null) {
            taken.put(handout, System.nanoTime());
            if (!isFinished(handout)) {
                return handout;
            }
            taken.remove(handout);
            delivery.done(handout);
            handout = delivery.take(System.nanoTime());
        }
        return null;
    }

    private boolean isFinished(Handout handout) {
        try {
            return finished.unfinished(handout.events()).isEmpty();
        } catch (RuntimeException e) {
            giveBack(handout);
            throw e;
        }
    }

    private Exchange exchange(Handout handout) throws RestException {
        EventExchange content = new EventExchange(client.credentials().portal().authority(), feed.actingUser().id());
        Exchange exchange = endpoint.createExchange();
        content.fill(exchange, handout.first());
        content.markAttempt(exchange, handout.attempt());
        exchange.getExchangeExtension().addOnCompletion(HandoutCompletion.ofReceiver(failure -> ended(handout, failure)));
        return exchange;
    }

    private void ended(Handout handout, Throwable failure) {
        if (failure != null && endpoint.getConfiguration().isBreakOnFirstError()) {
            giveBack(handout);
        } else if (taken.remove(handout) != null) {
            finished.add(handout.events());
            delivery.done(handout);
            acknowledgeLater(SOON);
        }
    }

    private void giveBack(Handout handout) {
        if (taken.remove(handout) != null) {
            delivery.failed(handout, System.nanoTime());
            givenBack.release();
        }
    }

    /** What is done is acknowledged even if nobody asks for another event. */
    private void acknowledgeLater(Duration pause) {
        if (!acknowledger.isShutdown() && acknowledgementPlanned.compareAndSet(false, true)) {
            acknowledger.schedule(this::acknowledge, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void acknowledge() {
        acknowledgementPlanned.set(false);
        Duration untilSettled = delivery.untilSettled(System.nanoTime());
        if (!untilSettled.isZero()) {
            acknowledgeLater(untilSettled);
            return;
        }
        feeding.lock();
        try {
            feed.acknowledge();
        } catch (RestException e) {
            LOG.warn("{} The acknowledgement is tried again.", Bitrix24ImException.of(e).getMessage());
            acknowledgeLater(Duration.ofMillis(endpoint.getDelay()));
        } finally {
            feeding.unlock();
        }
    }
}
