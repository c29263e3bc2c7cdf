package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.CommaSeparated;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.delivery.Arrivals;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.GetRequest;
import io.github.camelbitrix24.im.delivery.Reading;
import io.github.camelbitrix24.im.event.EventMethods;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.UnreadableEvents;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.ReaderName;
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
public final class EventFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final Bitrix24ImConfiguration configuration;
    private final Delivery delivery;
    private final EventMethods queue;
    private final ActingUser actingUser;
    private final Subscription subscription;
    private final Identification identification;
    private final EventFilter filter;
    private final FeedNews news;
    private final String reader;
    private final LongSupplier nanoTime;
    private final PageSize pageSize;
    private final UnreadableEvents unreadable;
    private final AtomicBoolean restart = new AtomicBoolean();

    private Stage stage = Stage.SUBSCRIBE;
    private boolean pageRead;
    private GetRequest next;
    private long plannedAfter;
    private boolean warned;

    /**
     * @param reader   whose events they are, for texts
     * @param nanoTime nanoseconds of a monotonic source
     */
    EventFetcher(Bitrix24ImConfiguration configuration, RestClient client, Delivery delivery, FeedNews news, ReaderName reader,
                 LongSupplier nanoTime) {
        this.configuration = configuration;
        this.delivery = delivery;
        this.news = news;
        this.reader = reader.toString();
        this.nanoTime = nanoTime;
        this.queue = new EventMethods(client);
        this.actingUser = new ActingUser(client);
        this.subscription = new Subscription(queue, configuration, this.reader, nanoTime);
        this.identification = new Identification(
                actingUser, Duration.ofMillis(configuration.getResubscribeInterval()), !configuration.isIncludeOwn(), news,
                this.reader, nanoTime);
        this.filter = new EventFilter(CommaSeparated.upperCase(configuration.getEventTypes()), configuration.isIncludeOwn());
        this.pageSize = new PageSize(configuration.getMaxResponseSize());
        this.unreadable = new UnreadableEvents(LOG, this.reader);
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
            taken += step(null, arrived);
        } while (isUnderWay());
        return taken;
    }

    /**
     * One call of a poll, or none if there is nothing to ask for.
     *
     * @param  granted what the call was granted with before, and its caller closes; or {@code null}
     * @param  arrived is run after a page
     * @return         how many events came that were not here before
     */
    int step(Permit granted, Runnable arrived) throws RestException {
        boolean completed = false;
        news.calling();
        try {
            int taken = 0;
            switch (prepare()) {
                case SUBSCRIBE -> {
                    subscription.renew(granted);
                    stage = Stage.IDENTIFY;
                }
                case IDENTIFY -> {
                    identification.ask(granted);
                    stage = Stage.READ;
                }
                case READ -> taken = read(granted, arrived);
            }
            completed = true;
            return taken;
        } finally {
            if (!completed) {
                begin();
            }
        }
    }

    /** Whether a poll has calls left to make. */
    public boolean isUnderWay() {
        return stage != Stage.SUBSCRIBE;
    }

    /** Whether the last step was more than a preparation. */
    public boolean hasRead() {
        return stage == Stage.SUBSCRIBE || pageRead;
    }

    /** The next step begins a poll, whatever the last one was about to do; may be asked for by any thread. */
    public void restart() {
        restart.set(true);
    }

    private void begin() {
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
    public Urgency plan() {
        if (prepare() != Stage.READ) {
            return Urgency.POLL;
        }
        if (!isPlanned()) {
            plan(delivery.nextRequest(nanoTime.getAsLong(), pageRead));
        }
        return next == null ? null : next.isMereAcknowledgement() ? Urgency.ACKNOWLEDGEMENT : Urgency.POLL;
    }

    private void plan(GetRequest request) {
        next = request;
        plannedAfter = delivery.readings();
    }

    /** What was decided before another reading rests on an old one: that may have shown a late row below the offset. */
    private boolean isPlanned() {
        return next != null && plannedAfter == delivery.readings();
    }

    private Stage prepare() {
        if (restart.getAndSet(false)) {
            begin();
        }
        if (stage == Stage.SUBSCRIBE && !subscription.isDue()) {
            stage = Stage.IDENTIFY;
        }
        if (stage == Stage.IDENTIFY && !identification.isDue()) {
            stage = Stage.READ;
        }
        return stage;
    }

    private int read(Permit granted, Runnable arrived) throws RestException {
        GetRequest request = isPlanned() ? next : delivery.nextRequest(nanoTime.getAsLong(), pageRead);
        if (request == null) {
            begin();
            return 0;
        }
        Arrivals receipt = receive(granted, request, null);
        warnOfForcedProgress();
        arrived.run();
        pageRead = true;
        plan(request.isMereAcknowledgement() ? null : delivery.nextRequest(nanoTime.getAsLong(), true));
        if (next == null) {
            begin();
        }
        return receipt.taken();
    }

    private void warnOfForcedProgress() {
        if (!warned && delivery.state().forced() > 0) {
            warned = true;
            LOG.warn(
                    "More than {} events of {} came within settleTime ({} ms), so some were acknowledged sooner: an event that"
                     + " becomes visible late could be lost. Raise the option limit if it is below 1000.",
                    configuration.getLimit(), reader, configuration.getSettleTime());
        }
    }

    /**
     * Acknowledges what is done and settled, and reads no more than that takes.
     *
     * @param responseTimeout how long to wait for each answer
     */
    void acknowledge(Duration responseTimeout) throws RestException {
        GetRequest request = delivery.nextFinalRequest(nanoTime.getAsLong(), false);
        while (request != null) {
            receive(null, request, responseTimeout);
            request = delivery.nextFinalRequest(nanoTime.getAsLong(), !request.acknowledges());
        }
    }

    /** Also what only an acknowledgement shows may be unwanted, or gone. */
    private Arrivals receive(Permit granted, GetRequest request, Duration responseTimeout) throws RestException {
        Long user = actingUser.known();
        Arrivals receipt = delivery.receive(get(granted, request, responseTimeout), event -> filter.isUnwanted(event, user));
        if (!receipt.gone().isEmpty()) {
            identification.askSoon();
            news.takenAway(receipt.gone());
        }
        if (receipt.repeated() > 0) {
            news.comingAgain(receipt.repeated());
        }
        return receipt;
    }

    /** A page that is too large, or takes too long, is asked for again with fewer events. */
    private Reading get(Permit granted, GetRequest wanted, Duration responseTimeout) throws RestException {
        GetRequest request = pageSize.fit(wanted);
        while (true) {
            try {
                RestAnswer<EventPage> answer = queue.get(granted, request.offset(), request.limit(), responseTimeout);
                pageSize.answered(request, answer.result());
                unreadable.note(answer.result());
                news.unreadable(unreadable.count());
                return new Reading(request, answer.result(), answer.time().start(), answer.sentAt(), nanoTime.getAsLong());
            } catch (RestException e) {
                if (!e.isTooMuch()) {
                    throw e;
                }
                boolean tooLarge = e.kind() == FailureKind.MALFORMED;
                boolean worthwhile = tooLarge ? pageSize.tooLarge(request) : pageSize.tooLate(request);
                if (!tooLarge || !worthwhile) {
                    throw e;
                }
                // acknowledging nothing: if the last one did, the portal has acted on it
                request = pageSize.fit(GetRequest.harmless(request.limit()));
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
