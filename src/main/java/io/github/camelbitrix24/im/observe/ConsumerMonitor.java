package io.github.camelbitrix24.im.observe;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over a consumer between its start and its stop: keeps what happened to it, and announces when it fares
 * differently. Whatever goes wrong in telling others stays here.
 */
public final class ConsumerMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    /** How many times as long as its time-outs allow an answer may take. */
    private static final int PATIENCE = 2;

    private final QueueRecord queue = new QueueRecord();
    private final LeftOutEvents leftOut = new LeftOutEvents();
    private final ReaderName reader;
    private final BooleanSupplier paused;
    private final BooleanSupplier ending;
    private final Supplier<DeliveryState> delivery;
    private final LongSupplier nanoTime;
    private final PollRecord record;
    private final StateChanges changes;

    /**
     * @param reader      of which consumer
     * @param paused      whether it is suspended
     * @param ending      whether it is being stopped, so that there is no more news of it
     * @param listener    gets the old state, and what is now
     * @param callTimeout how long a call may take to connect and to be answered
     * @param nanoTime    nanoseconds of a monotonic source
     */
    public ConsumerMonitor(ReaderName reader, BooleanSupplier paused, BooleanSupplier ending,
                           BiConsumer<Bitrix24ImConsumerState, Diagnosis> listener, Duration callTimeout,
                           Supplier<DeliveryState> delivery, LongSupplier nanoTime) {
        this.reader = reader;
        this.paused = paused;
        this.ending = ending;
        this.delivery = delivery;
        this.nanoTime = nanoTime;
        this.record = new PollRecord(nanoTime.getAsLong(), callTimeout.multipliedBy(PATIENCE));
        this.changes = new StateChanges(() -> Diagnosis.of(facts()), listener);
    }

    /** A call is about to be made for a poll. Of a poll that makes several, each counts anew. */
    public void callBegan() {
        record.began(nanoTime.getAsLong());
    }

    /** Whether the poll has been waiting for an answer for longer than one may take. */
    public boolean isOverdue() {
        return record.isOverdue(nanoTime.getAsLong());
    }

    /** The poll waits for no answer any more, whatever came of it. */
    public void callEnded() {
        record.ended();
    }

    public void succeeded(int events) {
        record.succeeded(events, nanoTime.getAsLong());
        look();
    }

    public void failed(RestException e) {
        record.failed(PollFailure.of(e, nanoTime.getAsLong()));
        look();
    }

    public void failed(Throwable e) {
        record.failed(PollFailure.of(e, nanoTime.getAsLong()));
        look();
    }

    /**
     * The poll ended because it may not be made: somebody else reads the events, or the like.
     */
    public void notPermitted(Exception e) {
        record.failed(PollFailure.notPermitted(e, nanoTime.getAsLong()));
        look();
    }

    public void takenAway(List<Long> eventIds) {
        queue.takenAway(eventIds.size(), nanoTime.getAsLong());
    }

    /**
     * Events came that had been acknowledged: the portal did not delete them.
     *
     * @param events how many in this answer
     */
    public void comingAgain(int events) {
        queue.returned(events, nanoTime.getAsLong());
    }

    /**
     * Events came without an id that can be read, so that they cannot be routed.
     *
     * @param soFar how many since the start
     */
    public void unreadable(long soFar) {
        queue.unreadable(soFar);
    }

    /** An event came that the route does not get. */
    public void leftOut(LeftOut reason) {
        leftOut.note(reason);
    }

    /** What the route did not get since the start. */
    public LeftOutEvents leftOut() {
        return leftOut;
    }

    /** Something has happened that may matter. A consumer that is being stopped has no more news. */
    public void look() {
        try {
            if (!ending.getAsBoolean()) {
                changes.look();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("How {} fares could not be told: {}", reader, OneLine.of(e));
        }
    }

    public ConsumerFacts facts() {
        long now = nanoTime.getAsLong();
        return record.facts(paused.getAsBoolean(), queue.faults(now), delivery.get(), now);
    }
}
