package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.GetRequest;
import io.github.camelbitrix24.im.delivery.Reading;
import io.github.camelbitrix24.im.delivery.Receipt;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.rest.ActingUser;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the events of one user into a delivery, and the delivery's acknowledgements to the portal. Not for several
 * threads at once.
 */
final class EventFeed {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);
    private static final Duration LAST_CALL = Duration.ofSeconds(10);

    private final Bitrix24ImConfiguration configuration;
    private final Delivery delivery;
    private final EventQueue queue;
    private final ActingUser actingUser;
    private final EventFilter filter;
    private final Consumer<List<Long>> gone;

    private Stage stage = Stage.SUBSCRIBE;
    private boolean pageRead;
    private GetRequest next;
    private boolean warned;
    private boolean subscribed;
    private long subscribedAt;
    private Long user;
    private int pageLimit = Integer.MAX_VALUE;

    /**
     * @param gone is told of events that somebody else took away
     */
    EventFeed(Bitrix24ImConfiguration configuration, RestClient client, Delivery delivery, Consumer<List<Long>> gone) {
        this.configuration = configuration;
        this.delivery = delivery;
        this.queue = new EventQueue(client);
        this.actingUser = new ActingUser(client);
        this.filter = new EventFilter(CommaSeparated.upperCase(configuration.getEventTypes()), configuration.isIncludeOwn());
        this.gone = gone;
    }

    ActingUser actingUser() {
        return actingUser;
    }

    /**
     * One poll: reads what there is, and acknowledges what is done.
     *
     * @param  arrived is run after each page
     * @return         how many events came that were not here before
     */
    int poll(Runnable arrived) throws RestException {
        int taken = 0;
        do {
            taken += step(arrived);
        } while (isUnderWay());
        return taken;
    }

    /**
     * One call of a poll, or none if there is nothing to ask for.
     *
     * @param  arrived is run after a page
     * @return         how many events came that were not here before
     */
    int step(Runnable arrived) throws RestException {
        boolean completed = false;
        try {
            int taken = switch (prepare()) {
                case SUBSCRIBE -> subscribe();
                case IDENTIFY -> identify();
                case READ -> read(arrived);
            };
            completed = true;
            return taken;
        } finally {
            if (!completed) {
                begin();
            }
        }
    }

    /** Whether a poll has calls left to make. */
    boolean isUnderWay() {
        return stage != Stage.SUBSCRIBE;
    }

    /** Whether the last step was more than a preparation. */
    boolean hasRead() {
        return stage == Stage.SUBSCRIBE || pageRead;
    }

    /** Forgets what a poll was about to do. */
    void begin() {
        stage = Stage.SUBSCRIBE;
        pageRead = false;
        next = null;
    }

    /**
     * Decides on the next call, before it waits for the portal's budget: an acknowledgement rests on a reading that is
     * fresh now.
     *
     * @return how urgent it is, or {@code null} if there is nothing to ask for
     */
    Urgency plan() {
        if (prepare() != Stage.READ) {
            return Urgency.POLL;
        }
        if (next == null) {
            next = delivery.nextRequest(System.nanoTime(), pageRead);
        }
        return next == null ? null : next.isMereAcknowledgement() ? Urgency.ACKNOWLEDGEMENT : Urgency.POLL;
    }

    private Stage prepare() {
        if (stage == Stage.SUBSCRIBE && !isSubscriptionDue()) {
            stage = Stage.IDENTIFY;
        }
        if (stage == Stage.IDENTIFY && actingUser.known() != null) {
            stage = Stage.READ;
        }
        return stage;
    }

    private int identify() throws RestException {
        actingUser.id();
        stage = Stage.READ;
        return 0;
    }

    private int read(Runnable arrived) throws RestException {
        user = actingUser.known();
        GetRequest request = next == null ? delivery.nextRequest(System.nanoTime(), pageRead) : next;
        if (request == null) {
            begin();
            return 0;
        }
        Receipt receipt = receive(request, null);
        warnOfForcedProgress();
        arrived.run();
        pageRead = true;
        next = request.isMereAcknowledgement() ? null : delivery.nextRequest(System.nanoTime(), true);
        if (next == null) {
            begin();
        }
        return receipt.taken();
    }

    private void warnOfForcedProgress() {
        if (!warned && delivery.state().forced() > 0) {
            warned = true;
            LOG.warn(
                    "More than {} events came within settleTime ({} ms), so some were acknowledged sooner: an event that becomes"
                     + " visible late could be lost. Raise the option limit if it is below 1000.",
                    configuration.getLimit(), configuration.getSettleTime());
        }
    }

    /**
     * Acknowledges what is done and settled, and reads no more than that takes.
     */
    void acknowledge() throws RestException {
        GetRequest request = delivery.nextFinalRequest(System.nanoTime(), false);
        while (request != null) {
            receive(request, LAST_CALL);
            request = delivery.nextFinalRequest(System.nanoTime(), !request.acknowledges());
        }
    }

    /**
     * Acknowledges what is done when nothing more will be handed out: waits until it is settled.
     */
    void acknowledgeLast() throws RestException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(delivery.untilSettled(System.nanoTime()).toNanos());
        acknowledge();
    }

    private boolean isSubscriptionDue() {
        boolean due = !subscribed || configuration.getResubscribeInterval() > 0
                && System.nanoTime() - subscribedAt >= Duration.ofMillis(configuration.getResubscribeInterval()).toNanos();
        return configuration.isAutoSubscribe() && due;
    }

    private int subscribe() throws RestException {
        subscribed = queue.subscribe();
        subscribedAt = System.nanoTime();
        stage = Stage.IDENTIFY;
        return 0;
    }

    /** Also what only an acknowledgement shows may be unwanted, or gone. */
    private Receipt receive(GetRequest request, Duration responseTimeout) throws RestException {
        Receipt receipt = delivery.receive(get(request, responseTimeout), event -> filter.isUnwanted(event, user));
        if (!receipt.gone().isEmpty()) {
            gone.accept(receipt.gone());
        }
        return receipt;
    }

    /** A page that is too large, or takes too long, is asked for again with fewer events, until the queue is empty. */
    private Reading get(GetRequest wanted, Duration responseTimeout) throws RestException {
        GetRequest request = wanted.atMost(pageLimit);
        while (true) {
            try {
                RestAnswer<EventPage> answer = queue.get(request.offset(), request.limit(), responseTimeout);
                if (!answer.result().hasMore()) {
                    pageLimit = Integer.MAX_VALUE;
                }
                return new Reading(request, answer.result(), answer.time().start(), answer.sentAt(), System.nanoTime());
            } catch (RestException e) {
                if (!e.isTooMuch() || request.limit() == 1) {
                    throw e;
                }
                request = request.half();
                pageLimit = request.limit();
                if (e.kind() != FailureKind.MALFORMED) {
                    throw e;
                }
            }
        }
    }

    /** What a poll does, one call each; the last as often as there is something to read or to acknowledge. */
    private enum Stage {
        SUBSCRIBE,
        IDENTIFY,
        READ
    }
}
