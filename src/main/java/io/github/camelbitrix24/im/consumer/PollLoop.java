package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.observe.ConsumerMonitor;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * The life of a poll, over and over: it is due, the portal's budget grants it a call, it gets a thread, it calls, what
 * it brings is handed out, and a pause begins. While it waits for its time, its permit and its thread it holds no
 * thread. Between the thread and the call Camel has its say: the task that is run there ends up in {@link #poll}.
 */
public final class PollLoop {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final ReaderName reader;
    private final RestClient client;
    private final EventFetcher fetcher;
    private final Runnable arrived;
    private final ConsumerMonitor monitor;
    private final PollPace pace;
    private final PollPauses pauses;
    private final PollMode mode;
    private final BooleanSupplier polling;
    private final Workplace workplace;
    private final PollTimer timer;
    private final FollowUpPolls followUps;
    private final AtomicReference<Permit> granted = new AtomicReference<>();
    private volatile Runnable withdrawal = () -> {
    };
    private volatile Runnable task;
    private volatile BooleanSupplier fixedDelay;

    /**
     * @param arrived is run after each page
     * @param polling whether the consumer polls at all now
     */
    PollLoop(RestClient client, EventFetcher fetcher, Runnable arrived, ConsumerMonitor monitor, PollPace pace,
             PollPauses pauses, PollMode mode, BooleanSupplier polling, Workplace workplace, ReaderName reader) {
        this.reader = reader;
        this.client = client;
        this.fetcher = fetcher;
        this.arrived = arrived;
        this.monitor = monitor;
        this.pace = pace;
        this.pauses = pauses;
        this.mode = mode;
        this.polling = polling;
        this.workplace = workplace;
        this.timer = new PollTimer(isShared() ? workplace.timer() : mode.usersExecutor(), reader.toString(), this::due);
        this.followUps = mode.followUp() == null ? null : new FollowUpPolls(workplace::timer, this::followUp);
    }

    private boolean isShared() {
        return mode.usersExecutor() == null;
    }

    private void due() {
        if (!isShared()) {
            run();
            return;
        }
        try {
            withdrawal = request(this::granted);
        } catch (RuntimeException | Error e) {
            timer.couldNotBegin(e);
            return;
        }
        // a stop in between withdrew what was requested before
        if (!timer.isStarted()) {
            withdrawal.run();
        }
    }

    /**
     * @param  proceed gets the permit for the next call, or {@code null} where there is none to wait for
     * @return         withdraws the request
     */
    private Runnable request(Consumer<Permit> proceed) {
        Urgency urgency = mode.stepwise() && polling.getAsBoolean() ? fetcher.plan() : null;
        if (urgency != null) {
            return client.reserve(urgency, workplace.timer(), proceed);
        }
        proceed.accept(null);
        return () -> {
        };
    }

    private void granted(Permit permit) {
        granted.set(permit);
        boolean begun = false;
        try {
            begun = timer
                    .begin(() -> workplace.pollThreads().execute(reader.portal(), pace.isFailing(), this::run));
        } catch (RuntimeException | Error e) {
            timer.couldNotBegin(e);
        }
        if (!begun) {
            giveBack();
        }
    }

    private void run() {
        long began = workplace.now();
        timer.began();
        try {
            task.run();
        } finally {
            giveBack();
            timer.ended(() -> fixedDelay.getAsBoolean()
                    ? pauses.beforeNextPoll() : pauses.beforeNextPoll().minusNanos(workplace.now() - began));
        }
    }

    private void giveBack() {
        Permit unused = granted.getAndSet(null);
        if (unused != null) {
            unused.close();
        }
    }

    /** One poll, or one call of it: see {@link PollMode#stepwise}. */
    public PollStep poll() {
        PollStep step = call();
        if (step == PollStep.BUSY) {
            // a tick must not be lost, the next may be a day away
            followUp(A_MOMENT);
        } else {
            progressed();
        }
        return step;
    }

    private PollStep call() {
        try (Permit permit = granted.getAndSet(null)) {
            PollStep step = mode.stepwise() ? fetcher.tryStep(permit, arrived) : fetcher.tryPoll(arrived);
            if (step instanceof PollStep.Read read) {
                succeeded(read.events());
            } else if (step == PollStep.NOTHING && !pace.isFailing()) {
                succeeded(0);
            }
            return step;
        } catch (RestException e) {
            pace.failed(e.kind(), e.retryAfter());
            monitor.failed(e);
            return new PollStep.Failed(e);
        } catch (SecondReaderException e) {
            pace.failed(FailureKind.NOT_PERMITTED);
            monitor.notPermitted(e);
            return new PollStep.Failed(e);
        } catch (Throwable e) {
            pace.failed(null);
            monitor.failed(e);
            return new PollStep.Failed(e);
        }
    }

    private void succeeded(int events) {
        pauses.brought(events);
        pace.succeeded(events, workplace.now());
        monitor.succeeded(events);
    }

    /** Something is done, or was polled: there may be something to acknowledge, or to read on. */
    void progressed() {
        followUp(followUps == null ? null : pauses.beforeFollowUp());
    }

    private void followUp(Duration pause) {
        if (followUps != null && pause != null && polling.getAsBoolean()) {
            followUps.plan(pause);
        }
    }

    private void followUp() {
        workplace.pollThreads().execute(reader.portal(), pace.isFailing(), mode.followUp());
    }

    /** Polls at once, once more if a poll is under way. */
    public void pollNow() {
        if (followUps != null) {
            followUps.plan(Duration.ZERO);
        } else {
            timer.pollNow();
        }
    }

    public Duration pauseBeforeNextPoll() {
        return pauses.beforeNextPoll();
    }

    /**
     * @param poll       Camel's poll, which ends up in {@link #poll}
     * @param fixedDelay whether the pause begins when a poll ends, or when it begins
     */
    void start(Runnable poll, Duration initialDelay, BooleanSupplier fixedDelay) {
        this.task = poll;
        this.fixedDelay = fixedDelay;
        timer.start(initialDelay);
    }

    boolean isStarted() {
        return timer.isStarted();
    }

    /** Polls no more; one that is under way is interrupted. */
    void stop() {
        timer.stop();
        withdrawal.run();
        giveBack();
    }

    /** Whatever came to a stop for want of memory or of a thread goes on. */
    void revive() {
        client.revive();
        timer.revive();
    }

    void endFollowUps() {
        if (followUps != null) {
            followUps.end();
        }
    }
}
