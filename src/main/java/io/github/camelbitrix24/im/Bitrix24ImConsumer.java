package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.consumer.ConsumerCallbacks;
import io.github.camelbitrix24.im.consumer.ConsumerSession;
import io.github.camelbitrix24.im.consumer.PollMode;
import io.github.camelbitrix24.im.consumer.PollScheduler;
import io.github.camelbitrix24.im.consumer.PollStep;
import io.github.camelbitrix24.im.consumer.ReaderRegistry;
import io.github.camelbitrix24.im.consumer.ReaderSettings;
import io.github.camelbitrix24.im.consumer.StopTime;
import io.github.camelbitrix24.im.observe.ConsumerFacts;
import io.github.camelbitrix24.im.observe.ConsumerHealthCheck;
import io.github.camelbitrix24.im.observe.Diagnosis;
import io.github.camelbitrix24.im.observe.LeftOutEvents;
import io.github.camelbitrix24.im.observe.Micrometer;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.CallStatistics;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.Service;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Polls a user's events and hands them to the route. The poll itself only talks to the portal; events are worked on by
 * other threads, so a slow route does not keep what is done from being acknowledged.
 */
@ManagedResource(description = "Managed Bitrix24 IM consumer")
public class Bitrix24ImConsumer extends ManagedEventConsumer implements ShutdownAware {

    private final RestClient client;
    private final Credentials credentials;
    private final StopTime stopTime;
    private Service meters;
    private volatile ConsumerSession session;

    Bitrix24ImConsumer(Bitrix24ImEndpoint endpoint, Processor processor, RestClient client) {
        super(endpoint, processor);
        this.client = client;
        this.credentials = endpoint.credentials();
        this.stopTime = new StopTime(endpoint.getComponent().nanoTime());
    }

    @Override
    public Bitrix24ImEndpoint getEndpoint() {
        return (Bitrix24ImEndpoint) super.getEndpoint();
    }

    @Override
    protected int poll() throws Exception {
        // a scheduler with several threads may poll before the start is over
        ConsumerSession current = session;
        PollStep step = current == null ? PollStep.NOTHING : current.loop().poll();
        if (step instanceof PollStep.Failed failed) {
            throw exception(failed.cause());
        }
        if (step instanceof PollStep.Read read) {
            forceConsumerAsReady();
            return read.events();
        }
        return 0;
    }

    /** An {@link Error} out of a poll would end the polling for ever. */
    private static Exception exception(Throwable cause) {
        if (cause instanceof RestException failure) {
            return Bitrix24ImException.of(failure);
        }
        return cause instanceof Exception exception
                ? exception : new RuntimeCamelException("The poll ended in " + cause, cause);
    }

    Duration pauseBeforeNextPoll() {
        return session.loop().pauseBeforeNextPoll();
    }

    @Override
    public void pollNow() {
        ConsumerSession current = session;
        if (current != null) {
            current.loop().pollNow();
        }
    }

    @Override
    ConsumerFacts facts() {
        ConsumerSession current = session;
        return current == null ? ConsumerFacts.NONE : current.monitor().facts();
    }

    @Override
    LeftOutEvents leftOut() {
        ConsumerSession current = session;
        return current == null ? new LeftOutEvents() : current.monitor().leftOut();
    }

    @Override
    CallStatistics calls() {
        return client;
    }

    @Override
    Credentials credentials() {
        return credentials;
    }

    @Override
    protected void doBuild() throws Exception {
        if (getHealthCheck() == null) {
            setHealthCheck(new ConsumerHealthCheck(this, watched()));
        }
        super.doBuild();
    }

    @Override
    protected void doStart() throws Exception {
        readers().claim(name(), this);
        if (getEndpoint().getConfiguration().isUserEvents()) {
            readers().claim(ReaderName.of(getRouteId(), credentials), this);
        }
        client.begin();
        stopTime.reset();
        boolean own = getScheduler() == null || getScheduler() instanceof PollScheduler;
        PollMode mode = new PollMode(own && isStepwise(), getScheduledExecutorService(), own ? null : this);
        ReaderSettings settings = getEndpoint().getConfiguration().readerSettings(
                getEndpoint().bot(), Duration.of(getDelay(), getTimeUnit().toChronoUnit()));
        ConsumerSession next = new ConsumerSession(
                name(), settings, mode, client, getEndpoint().getComponent().workplace(), this, new Callbacks());
        session = next;
        if (own) {
            setScheduler(new PollScheduler(next.loop()));
        }
        next.start();
        super.doStart();
        meters = Micrometer.metersOf(getEndpoint().getCamelContext(), watched());
        ServiceHelper.startService(meters);
    }

    private boolean isStepwise() {
        return getScheduledExecutorService() == null && !isSendEmptyMessageWhenIdle() && getRepeatCount() <= 0
                && getBackoffMultiplier() <= 0 && getPollStrategy().getClass() == DefaultPollingConsumerPollStrategy.class;
    }

    private ReaderRegistry readers() {
        return ReaderRegistry.of(getEndpoint().getCamelContext());
    }

    @Override
    protected void doSuspend() throws Exception {
        ConsumerSession current = session;
        if (current != null) {
            current.close();
        }
        super.doSuspend();
        if (current != null) {
            current.suspend();
        }
    }

    @Override
    protected void doResume() throws Exception {
        ConsumerSession current = session;
        if (current != null) {
            current.resume();
        }
        super.doResume();
        pollNow();
    }

    @Override
    protected void doStop() throws Exception {
        ConsumerSession last = session;
        try {
            if (last != null) {
                last.stopPolling();
                if (last.isDraining()) {
                    // whoever stops a single route may have set a time of his own, after which Camel does not wait on
                    stopTime.force();
                }
            }
            ServiceHelper.stopService(meters);
            super.doStop();
            if (last != null) {
                last.acknowledgeLast(() -> stopTime.left(getEndpoint().getCamelContext().getShutdownStrategy()));
            }
        } finally {
            readers().release(this);
            if (last != null) {
                last.stop();
            }
            client.end();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        ConsumerSession current = session;
        return current == null ? 0 : current.pending() + (current.isDraining() ? 1 : 0);
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (forced) {
            stopTime.force();
        } else if (!suspendOnly) {
            stopTime.begin();
        }
        ConsumerSession current = session;
        if (current != null && forced) {
            current.halt();
        } else if (current != null) {
            current.close();
        }
    }

    private final class Callbacks implements ConsumerCallbacks {

        private final CamelContext camelContext = getEndpoint().getCamelContext();
        private final StateAnnouncement state = new StateAnnouncement(camelContext, name());
        private final TakenAwayAnnouncement takenAway = new TakenAwayAnnouncement(camelContext, name());

        @Override
        public boolean isPaused() {
            return isSuspendingOrSuspended();
        }

        @Override
        public boolean isEnding() {
            return isStoppingOrStopped() || camelContext.isStopping();
        }

        @Override
        public void stateChanged(Bitrix24ImConsumerState old, Diagnosis now) {
            state.accept(old, now);
        }

        @Override
        public void takenAway(List<Long> eventIds) {
            takenAway.accept(eventIds);
        }

        @Override
        public void eventFailed(String what, Throwable failure) {
            PollExceptionHandler.eventFailed(getExceptionHandler(), what, failure);
        }
    }
}
