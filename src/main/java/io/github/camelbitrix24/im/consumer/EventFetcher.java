package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.delivery.Arrivals;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.GetRequest;
import io.github.camelbitrix24.im.delivery.Reading;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.UnreadableEvents;
import io.github.camelbitrix24.im.observe.LeftOut;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the events of one user or bot into a delivery, and the delivery's acknowledgements to the portal. One caller
 * at a time: who polls meanwhile is told so, who acknowledges waits.
 */
final class EventFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final ReentrantLock calling = new ReentrantLock(true);
    private final ReaderSettings settings;
    private final Delivery delivery;
    private final QueueOwner owner;
    private final QueueNews news;
    private final String reader;
    private final LongSupplier nanoTime;
    private final PageSize pageSize;
    private final UnreadableEvents unreadable;
    private final AtomicBoolean restart = new AtomicBoolean();

    private Stage stage = Stage.PREPARE;
    private boolean preparing;
    private boolean pageRead;
    private GetRequest next;
    private long plannedAfter;
    private boolean warned;

    /**
     * @param reader   whose events they are, for texts
     * @param nanoTime nanoseconds of a monotonic source
     */
    EventFetcher(ReaderSettings settings, RestClient client, Delivery delivery, QueueNews news, ReaderName reader,
                 LongSupplier nanoTime) {
        this.settings = settings;
        this.delivery = delivery;
        this.news = news;
        this.reader = reader.toString();
        this.nanoTime = nanoTime;
        this.owner = settings.bot() == null
                ? user(client) : new BotOwner(
                        settings.bot(), settings.filter(), client, settings.userFilter() == null ? null : user(client));
        this.pageSize = new PageSize(settings.maxResponseSize());
        this.unreadable = new UnreadableEvents(LOG, this.reader);
    }

    private UserOwner user(RestClient client) {
        return new UserOwner(client, settings, news, reader, nanoTime);
    }

    /** Who does in an event what is the reader's own; {@code null} if that is not known. */
    Long self(Bitrix24ImEvent event) {
        return owner.self(event);
    }

    /**
     * One poll: reads what there is, and acknowledges what is done.
     *
     * @param  arrived is run after each page
     * @return         what came of all its calls together
     */
    PollStep tryPoll(Runnable arrived) throws RestException {
        if (!calling.tryLock()) {
            return PollStep.BUSY;
        }
        try {
            return pollOnce(arrived);
        } finally {
            calling.unlock();
        }
    }

    /**
     * As {@link #tryPoll}, once nobody else is calling.
     */
    void poll(Runnable arrived) throws RestException, InterruptedException {
        calling.lockInterruptibly();
        try {
            pollOnce(arrived);
        } finally {
            calling.unlock();
        }
    }

    private PollStep pollOnce(Runnable arrived) throws RestException {
        boolean called = false;
        int events = 0;
        do {
            PollStep step = stepOnce(null, arrived);
            called |= step != PollStep.NOTHING;
            events += step instanceof PollStep.Read read ? read.events() : 0;
        } while (isUnderWay());
        return called ? new PollStep.Read(events) : PollStep.NOTHING;
    }

    /**
     * One call of a poll, or none if there is nothing to ask for.
     *
     * @param permit  what the portal's budget has granted for it; {@code null} to wait for that
     * @param arrived is run after a page
     */
    PollStep tryStep(Permit permit, Runnable arrived) throws RestException {
        if (!calling.tryLock()) {
            return PollStep.BUSY;
        }
        try {
            return stepOnce(permit, arrived);
        } finally {
            calling.unlock();
        }
    }

    private PollStep stepOnce(Permit permit, Runnable arrived) throws RestException {
        PollStep step = null;
        news.calling();
        try {
            step = switch (prepare()) {
                case PREPARE -> getReady(permit);
                case IDENTIFY -> identify(permit);
                case READ -> read(permit, arrived);
            };
            return step;
        } finally {
            news.called();
            if (step == null) {
                begin();
            }
        }
    }

    private PollStep getReady(Permit permit) throws RestException {
        preparing = owner.prepare(permit);
        if (!preparing) {
            stage = Stage.IDENTIFY;
        }
        return PollStep.PREPARED;
    }

    private PollStep identify(Permit permit) throws RestException {
        owner.identify(permit);
        stage = Stage.READ;
        return PollStep.PREPARED;
    }

    /** Whether a poll has calls left to make. */
    boolean isUnderWay() {
        return stage != Stage.PREPARE || preparing;
    }

    /** The next step begins a poll, whatever the last one was about to do; may be asked for by any thread. */
    void restart() {
        restart.set(true);
    }

    private void begin() {
        stage = Stage.PREPARE;
        preparing = false;
        pageRead = false;
        next = null;
    }

    /**
     * Decides on the next call, before it waits for the portal's budget: an acknowledgement rests on a reading that is
     * fresh now.
     *
     * @return how urgent it is, or {@code null} if there is nothing to ask for, or somebody else is calling
     */
    Urgency plan() {
        if (!calling.tryLock()) {
            return null;
        }
        try {
            if (prepare() != Stage.READ) {
                return Urgency.POLL;
            }
            if (!isPlanned()) {
                plan(delivery.nextRequest(nanoTime.getAsLong(), pageRead));
            }
            return next == null ? null : urgency(next);
        } finally {
            calling.unlock();
        }
    }

    /** What reads on as well takes its turn, or somebody's long queue would keep others from being heard. */
    private static Urgency urgency(GetRequest request) {
        return request.isMereAcknowledgement() ? Urgency.ACKNOWLEDGEMENT : Urgency.POLL;
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
        if (stage == Stage.PREPARE && !owner.isUnprepared()) {
            preparing = false;
            stage = Stage.IDENTIFY;
        }
        if (stage == Stage.IDENTIFY && !owner.isUnidentified()) {
            stage = Stage.READ;
        }
        return stage;
    }

    private PollStep read(Permit permit, Runnable arrived) throws RestException {
        GetRequest request = isPlanned() ? next : delivery.nextRequest(nanoTime.getAsLong(), pageRead);
        if (request == null) {
            begin();
            return PollStep.NOTHING;
        }
        Arrivals arrivals = receive(request, permit, null);
        warnOfForcedProgress();
        arrived.run();
        pageRead = true;
        long now = nanoTime.getAsLong();
        boolean enough = request.isMereAcknowledgement() || delivery.canAcknowledgementWait(now);
        plan(enough ? null : delivery.nextRequest(now, true));
        if (next == null) {
            begin();
        }
        return new PollStep.Read(arrivals.taken());
    }

    private void warnOfForcedProgress() {
        if (!warned && delivery.state().forced() > 0) {
            warned = true;
            LOG.warn(
                    "More than {} events of {} came within settleTime ({} ms), so some were acknowledged sooner: an event that"
                     + " becomes visible late could be lost. Raise the option limit if it is below 1000.",
                    settings.limit(), reader, settings.settleTime().toMillis());
        }
    }

    /**
     * Acknowledges what is done and settled, and reads no more than that takes.
     *
     * @param responseTimeout how long to wait for each answer
     */
    void acknowledge(Duration responseTimeout) throws RestException, InterruptedException {
        calling.lockInterruptibly();
        try {
            acknowledgeOnce(responseTimeout);
        } finally {
            calling.unlock();
        }
    }

    /**
     * As {@link #acknowledge}, unless somebody else is calling.
     *
     * @return whether it was nobody
     */
    boolean tryAcknowledge(Duration responseTimeout) throws RestException {
        if (!calling.tryLock()) {
            return false;
        }
        try {
            acknowledgeOnce(responseTimeout);
            return true;
        } finally {
            calling.unlock();
        }
    }

    private void acknowledgeOnce(Duration responseTimeout) throws RestException {
        GetRequest request = delivery.nextFinalRequest(nanoTime.getAsLong(), false);
        while (request != null) {
            receive(request, null, responseTimeout);
            request = delivery.nextFinalRequest(nanoTime.getAsLong(), !request.acknowledges());
        }
    }

    /** Also what only an acknowledgement shows may be unwanted, or gone. */
    private Arrivals receive(GetRequest request, Permit permit, Duration responseTimeout) throws RestException {
        Arrivals arrivals = delivery.receive(
                get(request, permit, responseTimeout), this::isUnwanted);
        if (!arrivals.gone().isEmpty()) {
            owner.identifySoon();
            news.takenAway(arrivals.gone());
        }
        if (arrivals.repeated() > 0) {
            news.comingAgain(arrivals.repeated());
        }
        return arrivals;
    }

    private boolean isUnwanted(Bitrix24ImEvent event) {
        Optional<LeftOut> reason = owner.filter(event).reason(event, owner.self(event));
        reason.ifPresent(news::leftOut);
        return reason.isPresent();
    }

    /** A page that is too large, or takes too long, is asked for again with fewer events. */
    private Reading get(GetRequest wanted, Permit permit, Duration responseTimeout) throws RestException {
        GetRequest request = pageSize.fit(wanted);
        Permit granted = permit;
        while (true) {
            try {
                RestAnswer<EventPage> answer = owner.queue().get(
                        granted, request.offset(), request.limit(), responseTimeout);
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
                granted = null;
            }
        }
    }

    /** What a poll does, one call each; the last as often as there is something to read or to acknowledge. */
    private enum Stage {
        PREPARE,
        IDENTIFY,
        READ
    }
}
