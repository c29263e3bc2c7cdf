package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.delivery.GetRequest;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.delivery.Reading;
import io.github.camelbitrix24.im.delivery.Receipt;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.rest.ActingUser;
import io.github.camelbitrix24.im.rest.RestAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one user between the start and the stop of a consumer: what a poll reads and acknowledges, and what is
 * acknowledged at the end.
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration LAST_CALL = Duration.ofSeconds(10);

    private final Bitrix24ImConfiguration configuration;
    private final EventQueue queue;
    private final ActingUser actingUser;
    private final EventFilter filter;
    private final Delivery delivery;
    private final Dispatcher dispatcher;
    private final Runnable readOn;
    private final String portal;

    private long subscribedAt;
    private boolean subscribed;

    EventStream(Bitrix24ImConsumer consumer, RestClient client, ExecutorService workers, Runnable readOn) {
        this.configuration = consumer.getEndpoint().getConfiguration();
        this.queue = new EventQueue(client);
        this.actingUser = new ActingUser(client);
        this.portal = client.credentials().portal().authority();
        this.filter = new EventFilter(EventFilter.types(configuration.getEventTypes()), configuration.isIncludeOwn());
        this.delivery = new Delivery(options(configuration), System.nanoTime());
        this.readOn = readOn;
        EventRouter router = new EventRouter(consumer, this, portal, actingUser);
        this.dispatcher = new Dispatcher(
                delivery, configuration.getConcurrency(), workers, consumer.getEndpoint().getComponent().timer(),
                router::route);
    }

    private static DeliveryOptions options(Bitrix24ImConfiguration configuration) {
        return new DeliveryOptions(
                configuration.getConcurrency(), configuration.isBatching(), configuration.getLimit(),
                configuration.getMaxInFlight(), configuration.getMaxResponseSize(),
                Duration.ofMillis(configuration.getSettleTime()), Duration.ofMillis(configuration.getAckInterval()));
    }

    /**
     * One poll: reads what there is, and acknowledges what is done.
     *
     * @return how many events came that were not here before
     */
    int poll() throws RestException {
        subscribe();
        Long user = actingUser.id();
        int taken = 0;
        GetRequest request = delivery.nextRequest(System.nanoTime(), false);
        while (request != null) {
            Receipt receipt = delivery.receive(get(request, null), event -> filter.isUnwanted(event, user));
            taken += receipt.taken();
            warn(receipt);
            dispatcher.dispatch();
            boolean last = request.acknowledges() && request.limit() == 1;
            request = last ? null : delivery.nextRequest(System.nanoTime(), true);
        }
        return taken;
    }

    private void subscribe() throws RestException {
        boolean due = !subscribed || configuration.getResubscribeInterval() > 0
                && System.nanoTime() - subscribedAt >= Duration.ofMillis(configuration.getResubscribeInterval()).toNanos();
        if (configuration.isAutoSubscribe() && due) {
            queue.subscribe();
            subscribed = true;
            subscribedAt = System.nanoTime();
        }
    }

    private Reading get(GetRequest request, Duration responseTimeout) throws RestException {
        long askedAt = System.nanoTime();
        RestAnswer<EventPage> answer = queue.get(request.offset(), request.limit(), responseTimeout);
        return new Reading(request, answer.result(), answer.time().start(), askedAt, System.nanoTime());
    }

    private void warn(Receipt receipt) {
        if (!receipt.gone().isEmpty()) {
            LOG.warn(
                    "{} events of {} are gone that were not acknowledged here, the first of them {}. Another application may be"
                     + " reading the events of the same user, or has unsubscribed, or the portal was restored from a backup.",
                    receipt.gone().size(), portal, receipt.gone().get(0));
        }
    }

    /**
     * Acknowledges what is done and not yet acknowledged, when nothing more is handed out. Waits until it is settled.
     */
    void acknowledgeLast() throws RestException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(delivery.untilSettled(System.nanoTime()).toNanos());
        GetRequest request = delivery.nextFinalRequest(System.nanoTime(), false);
        while (request != null) {
            delivery.receive(get(request, LAST_CALL), event -> false);
            request = delivery.nextFinalRequest(System.nanoTime(), !request.acknowledges());
        }
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
        return pause;
    }

    boolean hasUnacknowledged() {
        return delivery.hasUnacknowledged();
    }

    int running() {
        return delivery.state().running();
    }

    void pause() {
        dispatcher.pause();
    }

    void resume() {
        dispatcher.resume();
    }
}
