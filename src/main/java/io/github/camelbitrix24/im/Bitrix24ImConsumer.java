package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.consumer.ConsumerSession;
import io.github.camelbitrix24.im.consumer.FollowUpPolls;
import io.github.camelbitrix24.im.consumer.LastAcknowledgement;
import io.github.camelbitrix24.im.consumer.PollExceptionHandler;
import io.github.camelbitrix24.im.consumer.PollPace;
import io.github.camelbitrix24.im.consumer.PollScheduler;
import io.github.camelbitrix24.im.consumer.PollThreads;
import io.github.camelbitrix24.im.consumer.ReaderRegistry;
import io.github.camelbitrix24.im.consumer.SecondReaderException;
import io.github.camelbitrix24.im.consumer.StopTime;
import io.github.camelbitrix24.im.consumer.SuspendDrain;
import io.github.camelbitrix24.im.observe.ConsumerFacts;
import io.github.camelbitrix24.im.observe.ConsumerHealthCheck;
import io.github.camelbitrix24.im.observe.Micrometer;
import io.github.camelbitrix24.im.rest.CallStatistics;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.Service;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a user's events and hands them to the route. The poll itself only talks to the portal; events are worked on by
 * other threads, so a slow route does not keep what is done from being acknowledged.
 */
@ManagedResource(description = "Managed Bitrix24 IM consumer")
public class Bitrix24ImConsumer extends ManagedEventConsumer implements ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final RestClient client;
    private final ReentrantLock polling = new ReentrantLock();
    private final Service meters = Micrometer.metersOf(this);

    private final LongSupplier nanoTime;
    private final StopTime stopTime;
    private final Runnable beat = this::beat;

    private PollPace pace;
    private volatile int broughtLast;
    private volatile Permit permit;
    private volatile ConsumerSession stream;
    private volatile SuspendDrain settling;
    /** Where polls come from a scheduler of the user's own; else {@code null}. */
    private volatile FollowUpPolls followUps;

    Bitrix24ImConsumer(Bitrix24ImEndpoint endpoint, Processor processor, RestClient client) {
        super(endpoint, processor);
        this.client = client;
        this.nanoTime = endpoint.getComponent().nanoTime();
        this.stopTime = new StopTime(nanoTime);
        setExceptionHandler(new PollExceptionHandler(this, this::pauseBeforeNextPoll));
    }

    @Override
    public Bitrix24ImEndpoint getEndpoint() {
        return (Bitrix24ImEndpoint) super.getEndpoint();
    }

    @Override
    protected int poll() throws Exception {
        // a scheduler with several threads may poll while a poll is under way
        if (stream == null) {
            return 0;
        }
        if (!polling.tryLock()) {
            // a tick must not be lost, the next may be a day away
            planFollowUp(A_MOMENT);
            return 0;
        }
        try {
            long requests = client.requests();
            int events = isStepwise() ? stream.step(permit) : stream.poll();
            broughtLast = events;
            if (stream.feed().hasRead() && (client.requests() > requests || !pace.isFailing())) {
                pace.succeeded(events, nanoTime.getAsLong());
                stream.watch().succeeded(events);
                forceConsumerAsReady();
            }
            return events;
        } catch (RestException e) {
            pace.failed(e.kind(), e.retryAfter());
            stream.watch().failed(e);
            throw Bitrix24ImException.of(e);
        } catch (SecondReaderException e) {
            pace.failed(FailureKind.NOT_PERMITTED);
            stream.watch().failed(e);
            throw e;
        } catch (Error e) {
            failed(e);
            // an Error out of a poll would end the polling for ever
            throw new RuntimeCamelException("The poll ended in " + e, e);
        } catch (Exception e) {
            failed(e);
            throw e;
        } finally {
            stream.watch().pollEnded();
            polling.unlock();
            planFollowUp();
        }
    }

    private void failed(Throwable e) {
        pace.failed(null);
        stream.watch().failed(e);
    }

    /**
     * Where threads are shared a poll is one call, and the next follows at once. Whoever counts polls gets whole ones.
     */
    private boolean isStepwise() {
        return getScheduler() instanceof PollScheduler scheduler && scheduler.isShared()
                && !isSendEmptyMessageWhenIdle() && getRepeatCount() <= 0 && getBackoffMultiplier() <= 0
                && getPollStrategy().getClass() == DefaultPollingConsumerPollStrategy.class;
    }

    /**
     * Sees to it that the next call to the portal need not wait.
     *
     * @param  granted gets the permit when that is so, or {@code null} when there is no call to make
     * @return         what ends the waiting
     */
    public Runnable reserveCall(Consumer<Permit> granted) {
        Urgency urgency = isStepwise() ? plan() : null;
        if (urgency != null) {
            return client.reserve(urgency, getEndpoint().getComponent().timer(), granted);
        }
        granted.accept(null);
        return () -> {
        };
    }

    private Urgency plan() {
        if (isSuspendingOrSuspended() || !polling.tryLock()) {
            return null;
        }
        try {
            return stream.feed().plan();
        } finally {
            polling.unlock();
        }
    }

    /**
     * With what the next poll makes its call; whoever was granted it closes it when the poll is over.
     */
    public void grant(Permit granted) {
        permit = granted;
    }

    public PollThreads pollThreads() {
        return getEndpoint().getComponent().pollThreads();
    }

    public boolean isFailing() {
        return pace.isFailing();
    }

    public Duration pauseBeforeNextPoll() {
        if (stream.feed().isUnderWay() && !isSuspendingOrSuspended()) {
            return Duration.ZERO;
        }
        Duration pause = pace.pause();
        Duration ackInterval = Duration.ofMillis(getEndpoint().getConfiguration().getAckInterval());
        boolean waiting = stream.hasUnacknowledged() && ackInterval.compareTo(pause) < 0;
        return waiting && !pace.isFailing() ? ackInterval : pause;
    }

    @Override
    public void pollNow() {
        FollowUpPolls ours = followUps;
        if (ours != null) {
            ours.plan(Duration.ZERO);
        } else if (getScheduler() instanceof PollScheduler scheduler) {
            scheduler.pollNow();
        }
    }

    private void planFollowUp() {
        if (followUps != null) {
            planFollowUp(pauseBeforeFollowUp());
        }
    }

    private void planFollowUp(Duration pause) {
        FollowUpPolls ours = followUps;
        if (ours != null && !isSuspendingOrSuspended() && isRunAllowed()) {
            ours.plan(pause);
        }
    }

    /**
     * How long to wait before the next call for what the last tick has begun; {@code null} if there is none to make.
     */
    private Duration pauseBeforeFollowUp() {
        if (pace.isFailing()) {
            return pace.pause();
        }
        if (!stream.wantsMore() && !stream.hasUnacknowledged()) {
            return null;
        }
        // a portal that claims more and shows nothing new is not asked at once
        if (stream.wantsMore() && broughtLast > 0) {
            return Duration.ZERO;
        }
        Duration unsettled = stream.untilSettled();
        Duration busyDelay = Duration.ofMillis(getEndpoint().getConfiguration().getBusyDelay());
        return unsettled.compareTo(busyDelay) > 0 ? unsettled : busyDelay;
    }

    private void beat() {
        stream.dispatch();
        if (stream.watch().isOverdue()) {
            stream.announce();
        }
        if (getScheduler() instanceof PollScheduler scheduler) {
            scheduler.revive();
        }
    }

    @Override
    public ConsumerFacts facts() {
        return stream == null ? ConsumerFacts.NONE : stream.watch().facts();
    }

    @Override
    CallStatistics traffic() {
        return client;
    }

    @Override
    public Credentials credentials() {
        return client.credentials();
    }

    @Override
    protected void doBuild() throws Exception {
        if (getHealthCheck() == null) {
            setHealthCheck(new ConsumerHealthCheck(this));
        }
        super.doBuild();
    }

    @Override
    protected void doStart() throws Exception {
        ReaderRegistry.of(getEndpoint().getCamelContext()).claim(client.credentials(), this);
        client.begin();
        Bitrix24ImComponent component = getEndpoint().getComponent();
        Bitrix24ImConfiguration configuration = getEndpoint().getConfiguration();
        Duration idleDelay = Duration.of(getDelay(), getTimeUnit().toChronoUnit());
        stopTime.reset();
        pace = new PollPace(
                Duration.ofMillis(configuration.getBusyDelay()), idleDelay, ThreadLocalRandom.current()::nextDouble);
        ConsumerSession next = new ConsumerSession(this, client, this::planFollowUp, this::pollNow);
        settling = new SuspendDrain(next, polling, component.timer(), nanoTime);
        stream = next;
        stream.start();
        if (getScheduler() == null || getScheduler() instanceof PollScheduler) {
            setScheduler(new PollScheduler(getScheduledExecutorService()));
        } else {
            followUps = new FollowUpPolls(this);
        }
        super.doStart();
        component.heartbeat().add(beat);
        ServiceHelper.startService(meters);
    }

    @Override
    protected void doSuspend() throws Exception {
        ConsumerSession current = stream;
        if (current != null) {
            current.close();
        }
        super.doSuspend();
        if (current != null) {
            settling.begin();
            current.announce();
        }
    }

    @Override
    protected void doResume() throws Exception {
        ConsumerSession current = stream;
        if (current != null) {
            settling.end();
            current.feed().restart();
            current.reopen();
        }
        super.doResume();
        pollNow();
    }

    @Override
    protected void doStop() throws Exception {
        ConsumerSession last = stream;
        try {
            getEndpoint().getComponent().heartbeat().remove(beat);
            if (followUps != null) {
                followUps.end();
            }
            if (last != null) {
                last.close();
                if (settling.isUnderWay()) {
                    // whoever stops a single route may have set a time of his own, after which Camel does not wait on
                    stopTime.force();
                }
            }
            ServiceHelper.stopService(meters);
            super.doStop();
            if (last != null) {
                acknowledgeLast(last);
            }
        } finally {
            ReaderRegistry.of(getEndpoint().getCamelContext()).release(this);
            if (last != null) {
                settling.end();
                last.halt();
                last.stop();
            }
            client.end();
        }
    }

    /**
     * Whatever else calls the portal for this user has been told to end, and is waited for no longer than there is
     * time.
     */
    private void acknowledgeLast(ConsumerSession last) {
        if (!last.hasUnacknowledged()) {
            return;
        }
        Duration time = stopTime.left(getEndpoint().getCamelContext().getShutdownStrategy());
        new LastAcknowledgement(
                getEndpoint().getComponent().timer(), last::execute,
                name().toString())
                .make(last.untilSettled(), time, () -> {
                    polling.lockInterruptibly();
                    try {
                        last.acknowledge(time);
                        return null;
                    } finally {
                        polling.unlock();
                    }
                });
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return stream == null ? 0 : stream.pending() + (settling.isUnderWay() ? 1 : 0);
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (forced) {
            stopTime.force();
        } else if (!suspendOnly) {
            stopTime.begin();
        }
        ConsumerSession current = stream;
        if (current != null && forced) {
            current.halt();
        } else if (current != null) {
            current.close();
        }
    }
}
