package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.Bitrix24ImEndpoint;
import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.observe.ConsumerMonitor;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one user between the start and the stop of a consumer: from the feed through the delivery to the route,
 * and back as acknowledgements.
 */
public final class ConsumerSession {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Duration WORKING = Duration.ofMillis(20);
    private static final Duration LAST_CALL = Duration.ofSeconds(10);

    private final Delivery delivery;
    private final EventFetcher feed;
    private final Dispatcher dispatcher;
    private final FinishedEvents finished;
    private final CamelContext camelContext;
    private final Runnable worked;
    private final Runnable readOn;
    private final ConsumerMonitor watch;
    private final ExecutorService workers;
    private final LongSupplier nanoTime;

    /**
     * @param worked is run when something is done
     * @param readOn is run when it is time to poll again at once
     */
    public ConsumerSession(Bitrix24ImConsumer consumer, RestClient client, Runnable worked, Runnable readOn) {
        Bitrix24ImEndpoint endpoint = consumer.getEndpoint();
        Bitrix24ImConfiguration configuration = endpoint.getConfiguration();
        this.nanoTime = endpoint.getComponent().nanoTime();
        this.worked = worked;
        this.readOn = readOn;
        this.camelContext = endpoint.getCamelContext();
        this.delivery = new Delivery(options(configuration), nanoTime.getAsLong());
        this.watch = new ConsumerMonitor(consumer, delivery::state, nanoTime);
        this.feed = new EventFetcher(
                configuration, client, delivery, new ConsumerNews(consumer, client.credentials(), watch),
                consumer.name(), nanoTime);
        this.finished = new FinishedEvents(camelContext, configuration.getIdempotentRepository(), client.credentials());
        this.workers = WorkerThreads.of(camelContext, consumer, endpoint.getEndpointBaseUri(), configuration.getConcurrency());
        HandoutProcessor router = new HandoutProcessor(consumer, this, finished, client.credentials(), feed.actingUser());
        this.dispatcher = new Dispatcher(
                consumer.name().toString(), delivery, configuration.getConcurrency(), workers, endpoint.getComponent().timer(),
                nanoTime, router::route);
    }

    private static DeliveryOptions options(Bitrix24ImConfiguration configuration) {
        return new DeliveryOptions(
                configuration.getConcurrency(), configuration.isBatching(), configuration.getLimit(),
                configuration.getMaxInFlight(), configuration.getMaxResponseSize(),
                Duration.ofMillis(configuration.getSettleTime()), Duration.ofMillis(configuration.getAckInterval()),
                Backoff.REDELIVERY);
    }

    public void start() {
        finished.start();
    }

    public void stop() {
        camelContext.getExecutorServiceManager().shutdownNow(workers);
    }

    public EventFetcher feed() {
        return feed;
    }

    public int poll() throws RestException {
        return feed.poll(dispatcher::dispatch);
    }

    /** @param granted what the call was granted with before, or {@code null} */
    public int step(Permit granted) throws RestException {
        return feed.step(granted, dispatcher::dispatch);
    }

    /**
     * Acknowledges what is done and settled by now.
     *
     * @param patience how long to wait for each answer
     */
    public void acknowledge(Duration patience) throws RestException {
        feed.acknowledge(patience.compareTo(LAST_CALL) < 0 ? patience : LAST_CALL);
    }

    /** How long until everything that is done may be acknowledged. */
    public Duration untilSettled() {
        return delivery.untilSettled(nanoTime.getAsLong());
    }

    /**
     * One step towards everything that was handed out being acknowledged. A late row that shows only now, below others
     * that are done, is worked on first, so that these do not come twice.
     *
     * @return how long to wait before the next step, or {@code null} when there is nothing left to do
     */
    Duration settle() throws RestException {
        if (pending() > 0) {
            return WORKING;
        }
        if (!delivery.hasUnacknowledged()) {
            return null;
        }
        Duration unsettled = untilSettled();
        if (!unsettled.isZero()) {
            return unsettled;
        }
        long before = delivery.state().acknowledgedOffset();
        acknowledge(LAST_CALL);
        dispatcher.dispatch();
        return pending() > 0 || delivery.state().acknowledgedOffset() != before || !untilSettled().isZero()
                ? Duration.ZERO : null;
    }

    /**
     * Runs something where also the route runs.
     *
     * @throws RejectedExecutionException if the consumer has been stopped
     */
    public void execute(Runnable task) {
        workers.execute(task);
    }

    /** Whoever wants to know is told: not here, since a notifier may take its time, and the caller may hold a lock. */
    public void announce() {
        try {
            workers.execute(watch::look);
        } catch (RuntimeException | Error e) {
            LOG.debug("It is told with the next change", e);
        }
    }

    /** What could not be begun before is begun now. */
    public void dispatch() {
        dispatcher.dispatch();
    }

    void done(Handout handout) {
        boolean more = delivery.done(handout);
        dispatcher.dispatch();
        try {
            worked.run();
            if (more) {
                readOn.run();
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("The next poll comes when its time has come", e);
        }
    }

    /**
     * @return after how long the handout comes again
     */
    Duration failed(Handout handout) {
        Duration pause = delivery.failed(handout, nanoTime.getAsLong());
        dispatcher.dispatchAfter(pause);
        watch.look();
        return pause;
    }

    public ConsumerMonitor watch() {
        return watch;
    }

    public boolean hasUnacknowledged() {
        return delivery.hasUnacknowledged();
    }

    /** Whether the portal holds more that could be worked on. */
    public boolean wantsMore() {
        return delivery.wantsMore();
    }

    /** How much is to be waited for until everything that was handed out is done. */
    public int pending() {
        DeliveryState state = delivery.state();
        return state.running() + state.holes();
    }

    /** Begins no more than it takes to finish what was begun. */
    public void close() {
        delivery.close();
    }

    public void reopen() {
        delivery.reopen();
        dispatcher.dispatch();
    }

    public void halt() {
        dispatcher.halt();
    }
}
