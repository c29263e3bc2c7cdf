package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.rest.Traffic;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * What management shows of a consumer, besides what Camel shows of every poller, and what it can be told to do. The
 * operation that ends a pause is Camel's own {@code resume}.
 */
public abstract class ManagedEventConsumer extends ScheduledPollConsumer {

    ManagedEventConsumer(Bitrix24ImEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    abstract ConsumerFacts facts();

    abstract Traffic traffic();

    abstract Credentials credentials();

    @ManagedAttribute(description = "How the consumer fares, e.g. HEARING, IDLE, REFUSED or LAGGING")
    public String getConsumerState() {
        return Diagnosis.of(facts()).state().name();
    }

    @ManagedAttribute(description = "Why it is in this state, and what to do")
    public String getConsumerStateReason() {
        return Diagnosis.of(facts()).sentence();
    }

    @ManagedAttribute(description = "The offset that was acknowledged last: every lower event id is done; 0 if none was yet")
    public long getAcknowledgedOffset() {
        return facts().delivery().acknowledgedOffset();
    }

    @ManagedAttribute(description = "How many events were received and are not done")
    public int getEventsInFlight() {
        return facts().delivery().inFlight();
    }

    @ManagedAttribute(description = "How many exchanges are in the route")
    public int getExchangesRunning() {
        return facts().delivery().running();
    }

    @ManagedAttribute(description = "How many lanes (chats, with concurrency above 1) have events that are not done")
    public int getLanes() {
        return facts().delivery().lanes();
    }

    @ManagedAttribute(description = "The age in seconds, by the portal's clock, of the oldest event that is not acknowledged")
    public long getLagSeconds() {
        return facts().lag().toSeconds();
    }

    @ManagedAttribute(description = "How many requests to the portal were made")
    public long getRequests() {
        return traffic().requests();
    }

    @ManagedAttribute(description = "How many milliseconds requests to this portal, of all who make them, had to wait for its budget")
    public long getThrottledMillis() {
        return traffic().budget().waited().toMillis();
    }

    @ManagedAttribute(description = "How many times the access token was refreshed")
    public long getTokenRefreshes() {
        return traffic().refreshes();
    }

    @ManagedAttribute(description = "How many times the route was offered something again after it had failed")
    public long getEventRedeliveries() {
        return facts().delivery().redeliveries();
    }

    @ManagedAttribute(description = "How many events were received for the route")
    public long getEventsReceived() {
        return facts().delivery().received();
    }

    @ManagedAttribute(description = "How many events somebody else took away before they were acknowledged here")
    public long getEventsTakenAway() {
        return facts().eventsTakenAway();
    }

    @ManagedOperation(description = "Stops polling and handing out events until resumed; what is in the route is finished")
    public void pause() {
        suspend();
    }

    @ManagedOperation(description = "Polls at once, also while waiting after a failure; not with a scheduler of the user's own")
    public abstract void pollNow();
}
