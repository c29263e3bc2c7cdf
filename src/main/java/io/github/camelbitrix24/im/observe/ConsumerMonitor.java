package io.github.camelbitrix24.im.observe;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.ManagedEventConsumer;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelContext;
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
    private final ManagedEventConsumer consumer;
    private final Supplier<DeliveryState> delivery;
    private final LongSupplier nanoTime;
    private final PollRecord record;
    private final StateChanges changes;

    /**
     * @param nanoTime nanoseconds of a monotonic source
     */
    public ConsumerMonitor(ManagedEventConsumer consumer, Supplier<DeliveryState> delivery, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.delivery = delivery;
        this.nanoTime = nanoTime;
        this.record = new PollRecord(nanoTime.getAsLong(), patience(consumer.configuration()));
        this.changes = new StateChanges(() -> Diagnosis.of(facts()), new StateAnnouncement(camelContext(), consumer::name));
    }

    private static Duration patience(Bitrix24ImConfiguration configuration) {
        return Duration.ofMillis(configuration.getConnectTimeout())
                .plus(Duration.ofMillis(configuration.getResponseTimeout())).multipliedBy(PATIENCE);
    }

    /** A call is about to be made for a poll. Of a poll that makes several, each counts anew. */
    public void pollBegan() {
        record.began(nanoTime.getAsLong());
    }

    /** Whether the poll has been waiting for an answer for longer than one may take. */
    public boolean isOverdue() {
        return record.isOverdue(nanoTime.getAsLong());
    }

    /** The poll waits for no answer any more, whatever came of it. */
    public void pollEnded() {
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

    /** Something has happened that may matter. A consumer that is being stopped has no more news. */
    public void look() {
        try {
            if (!consumer.isStoppingOrStopped() && !camelContext().isStopping()) {
                changes.look();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("How {} fares could not be told: {}", consumer.name(), OneLine.of(e));
        }
    }

    public ConsumerFacts facts() {
        long now = nanoTime.getAsLong();
        return record.facts(consumer.isSuspendingOrSuspended(), queue.faults(now), delivery.get(), now);
    }

    private CamelContext camelContext() {
        return consumer.getEndpoint().getCamelContext();
    }
}
