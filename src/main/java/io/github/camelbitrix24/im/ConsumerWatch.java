package io.github.camelbitrix24.im;

import java.util.List;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * Watches over a consumer between its start and its stop: keeps what happened to it, and announces when it fares
 * differently.
 */
final class ConsumerWatch {

    private final PollRecord record = new PollRecord();
    private final Bitrix24ImConsumer consumer;
    private final Supplier<DeliveryState> delivery;
    private final StateChanges changes;

    ConsumerWatch(Bitrix24ImConsumer consumer, Credentials credentials, Supplier<DeliveryState> delivery) {
        this.consumer = consumer;
        this.delivery = delivery;
        this.changes = new StateChanges(
                () -> Diagnosis.of(facts()), new StateAnnouncement(consumer.getEndpoint().getCamelContext(), credentials));
    }

    void succeeded(int events) {
        record.succeeded(events, System.nanoTime());
        look();
    }

    void failed(RestException e) {
        record.failed(PollFailure.of(e, System.nanoTime()));
        look();
    }

    void failed(Throwable e) {
        record.failed(PollFailure.of(e, System.nanoTime()));
        look();
    }

    void takenAway(List<Long> eventIds) {
        record.takenAway(eventIds.size(), System.nanoTime());
    }

    /** Something has happened that may matter. A consumer that is being stopped has no more news. */
    void look() {
        if (!consumer.isStoppingOrStopped() && !consumer.getEndpoint().getCamelContext().isStopping()) {
            changes.look();
        }
    }

    ConsumerFacts facts() {
        return record.facts(consumer.isSuspendingOrSuspended(), delivery.get(), System.nanoTime());
    }
}
