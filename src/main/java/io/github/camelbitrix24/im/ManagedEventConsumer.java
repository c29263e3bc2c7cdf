package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.observe.ConsumerFacts;
import io.github.camelbitrix24.im.observe.Diagnosis;
import io.github.camelbitrix24.im.observe.LeftOut;
import io.github.camelbitrix24.im.observe.LeftOutEvents;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.observe.WatchedConsumer;
import io.github.camelbitrix24.im.rest.CallStatistics;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * What management shows of a consumer, besides what Camel shows of every poller, and what it can be told to do. The
 * operation that ends a pause is Camel's own {@code resume}.
 */
public abstract class ManagedEventConsumer extends ScheduledPollConsumer {

    private volatile boolean startsWhenResumed;

    ManagedEventConsumer(Bitrix24ImEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    abstract ConsumerFacts facts();

    abstract CallStatistics calls();

    abstract LeftOutEvents leftOut();

    abstract Credentials credentials();

    ReaderName name() {
        return ((Bitrix24ImEndpoint) getEndpoint()).readerName(getRouteId());
    }

    boolean isUp(ConsumerFacts facts, Diagnosis diagnosis) {
        // to Camel a first poll that only subscribes makes a consumer ready
        boolean heard = facts.sinceSuccess() != null || facts.paused();
        boolean fine = getErrorCounter() == 0 || facts.paused() || diagnosis.isWaiting();
        return heard && fine && !diagnosis.down();
    }

    /** This consumer, for whoever tells people how it fares. */
    WatchedConsumer watched() {
        return new Watched();
    }

    private final class Watched implements WatchedConsumer {

        @Override
        public ReaderName name() {
            return ManagedEventConsumer.this.name();
        }

        @Override
        public ConsumerFacts facts() {
            return ManagedEventConsumer.this.facts();
        }

        @Override
        public CallStatistics calls() {
            return ManagedEventConsumer.this.calls();
        }

        @Override
        public LeftOutEvents leftOut() {
            return ManagedEventConsumer.this.leftOut();
        }

        @Override
        public String lastCheck() {
            return ((Bitrix24ImEndpoint) getEndpoint()).getComponent().checks().lastSummary(name().key());
        }

        @Override
        public boolean isUp(ConsumerFacts facts, Diagnosis diagnosis) {
            return ManagedEventConsumer.this.isUp(facts, diagnosis);
        }
    }

    /** What does not run has nothing to suspend, and is started when it is resumed. */
    @Override
    public void suspend() {
        if (isStopped()) {
            startsWhenResumed = true;
        } else {
            super.suspend();
        }
    }

    @Override
    public boolean isSuspended() {
        return startsWhenResumed || super.isSuspended();
    }

    @Override
    public void resume() {
        if (startsWhenResumed) {
            start();
        } else {
            super.resume();
        }
    }

    @Override
    protected void doStart() throws Exception {
        startsWhenResumed = false;
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        startsWhenResumed = false;
        super.doStop();
    }

    @ManagedAttribute(description = "The portal whose events are read")
    public String getPortal() {
        return name().portal();
    }

    @ManagedAttribute(description = "The user whose events are read, as the credentials name it")
    public String getUser() {
        return name().user();
    }

    @ManagedAttribute(description = "Whether the consumer does its work, as its health check says")
    public boolean isUp() {
        ConsumerFacts facts = facts();
        return isUp(facts, Diagnosis.of(facts));
    }

    @ManagedAttribute(description = "The seconds since the last poll that succeeded, or since the start while none has")
    public long getLastPollSeconds() {
        return facts().lookedAgo().toSeconds();
    }

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

    @ManagedAttribute(description = "The age in seconds, by the portal's clock, of the oldest event that is not acknowledged; while"
                                    + " polls do not succeed at least the time since the last that did, since events may wait there")
    public long getLagSeconds() {
        return facts().lag().toSeconds();
    }

    @ManagedAttribute(description = "How many requests to the portal were made")
    public long getRequests() {
        return calls().requests();
    }

    @ManagedAttribute(description = "How many milliseconds requests to this portal, of all who make them, had to wait for its budget")
    public long getThrottledMillis() {
        return calls().budget().waited().toMillis();
    }

    @ManagedAttribute(description = "How many times the access token was refreshed")
    public long getTokenRefreshes() {
        return calls().refreshes();
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
        return facts().queue().takenAway();
    }

    @ManagedAttribute(description = "How many events came again that had been acknowledged: the portal does not delete them")
    public long getEventsNotDeleted() {
        return facts().queue().returned();
    }

    @ManagedAttribute(description = "How many events came without an id that can be read, so that they cannot be routed")
    public long getEventsUnreadable() {
        return facts().queue().unreadable();
    }

    @ManagedAttribute(description = "How many events the route did not get since the start, for any reason: they are done unseen")
    public long getEventsLeftOut() {
        return leftOut().count();
    }

    @ManagedAttribute(description = "How many events the route did not get since the start, because eventTypes does not name their type or kind")
    public long getEventsLeftOutByType() {
        return leftOut().count(LeftOut.TYPE);
    }

    @ManagedAttribute(description = "How many events the route did not get since the start, because the acting user did it and includeOwn is false")
    public long getEventsLeftOutByOwn() {
        return leftOut().count(LeftOut.OWN);
    }

    @ManagedAttribute(description = "How many events the route did not get since the start, because dialogs does not name where they happened")
    public long getEventsLeftOutByDialog() {
        return leftOut().count(LeftOut.DIALOG);
    }

    @ManagedAttribute(description = "How many events the route did not get since the start, because chats does not name that kind of chat")
    public long getEventsLeftOutByChat() {
        return leftOut().count(LeftOut.CHAT);
    }

    @ManagedAttribute(description = "How many events the route did not get since the start, because senders does not name who did it")
    public long getEventsLeftOutBySender() {
        return leftOut().count(LeftOut.SENDER);
    }

    @ManagedAttribute(description = "How many events the route did not get since the start, because mentionOnly is true and they do not speak to the acting user")
    public long getEventsLeftOutByMention() {
        return leftOut().count(LeftOut.MENTION);
    }

    @ManagedOperation(description = "Stops polling and handing out events until resumed; what is in the route is finished")
    public void pause() {
        suspend();
    }

    @ManagedOperation(description = "Polls at once, also while waiting after a failure; not with a scheduler of the user's own")
    public abstract void pollNow();
}
