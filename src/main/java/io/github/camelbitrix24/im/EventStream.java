package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.concurrent.ExecutorService;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelContext;

/**
 * The events of one user between the start and the stop of a consumer: from the feed through the delivery to the route,
 * and back as acknowledgements.
 */
final class EventStream {

    private static final Duration WORKING = Duration.ofMillis(20);

    private final Delivery delivery;
    private final EventFeed feed;
    private final Dispatcher dispatcher;
    private final FinishedEvents finished;
    private final CamelContext camelContext;
    private final Runnable readOn;
    private final ConsumerWatch watch;
    private final ExecutorService workers;

    /**
     * @param readOn is run when it is time to poll again at once
     */
    EventStream(Bitrix24ImConsumer consumer, RestClient client, Runnable readOn) {
        Bitrix24ImEndpoint endpoint = consumer.getEndpoint();
        this.readOn = readOn;
        this.camelContext = endpoint.getCamelContext();
        this.delivery = new Delivery(options(endpoint.getConfiguration()), System.nanoTime());
        this.watch = new ConsumerWatch(consumer, client.credentials(), delivery::state);
        this.feed = new EventFeed(
                endpoint.getConfiguration(), client, delivery,
                new TakenAway(camelContext, client.credentials()).andThen(watch::takenAway));
        this.finished = new FinishedEvents(endpoint.getConfiguration().getIdempotentRepository(), client.credentials());
        this.workers = WorkerThreads.of(
                camelContext, consumer, endpoint.getEndpointBaseUri(), endpoint.getConfiguration().getConcurrency());
        EventRouter router = new EventRouter(consumer, this, finished, client.credentials(), feed.actingUser());
        this.dispatcher = new Dispatcher(
                delivery, endpoint.getConfiguration().getConcurrency(), workers, endpoint.getComponent().timer(),
                router::route);
    }

    private static DeliveryOptions options(Bitrix24ImConfiguration configuration) {
        return new DeliveryOptions(
                configuration.getConcurrency(), configuration.isBatching(), configuration.getLimit(),
                configuration.getMaxInFlight(), configuration.getMaxResponseSize(),
                Duration.ofMillis(configuration.getSettleTime()), Duration.ofMillis(configuration.getAckInterval()),
                Backoff.REDELIVERY);
    }

    void start() {
        finished.start(camelContext);
    }

    void stop() {
        finished.stop();
        camelContext.getExecutorServiceManager().shutdownNow(workers);
    }

    int poll() throws RestException {
        return feed.poll(dispatcher::dispatch);
    }

    EventFeed feed() {
        return feed;
    }

    int step() throws RestException {
        return feed.step(dispatcher::dispatch);
    }

    void acknowledgeLast() throws RestException, InterruptedException {
        feed.acknowledgeLast();
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
        Duration unsettled = delivery.untilSettled(System.nanoTime());
        if (!unsettled.isZero()) {
            return unsettled;
        }
        feed.acknowledge();
        dispatcher.dispatch();
        return Duration.ZERO;
    }

    /** Runs something where also the route runs. */
    void execute(Runnable task) {
        workers.execute(task);
    }

    void done(Handout handout) {
        if (delivery.done(handout)) {
            readOn.run();
        }
        dispatcher.dispatch();
    }

    /**
     * @return after how long the handout comes again
     */
    Duration failed(Handout handout) {
        Duration pause = delivery.failed(handout, System.nanoTime());
        dispatcher.dispatchAfter(pause);
        watch.look();
        return pause;
    }

    ConsumerWatch watch() {
        return watch;
    }

    boolean hasUnacknowledged() {
        return delivery.hasUnacknowledged();
    }

    /** How much is to be waited for until everything that was handed out is done. */
    int pending() {
        DeliveryState state = delivery.state();
        return state.running() + state.holes();
    }

    /** Begins no more than it takes to finish what was begun. */
    void close() {
        delivery.close();
    }

    void reopen() {
        delivery.reopen();
        dispatcher.wake();
    }

    void halt() {
        dispatcher.halt();
    }
}
