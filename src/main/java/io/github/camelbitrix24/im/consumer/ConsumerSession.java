package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.observe.ConsumerMonitor;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.RestClient;
import org.apache.camel.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one user between the start and the stop of a consumer: from the fetcher through the delivery to the
 * route, and back as acknowledgements.
 */
public final class ConsumerSession {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final Workplace workplace;
    private final ConsumerMonitor monitor;
    private final Delivery delivery;
    private final EventFetcher fetcher;
    private final FinishedEvents finished;
    private final ExecutorService workers;
    private final Dispatcher dispatcher;
    private final Acknowledger acknowledger;
    private final SuspendDrain drain;
    private final PollLoop loop;
    private final Runnable beat = this::beat;
    private volatile SessionPhase phase = SessionPhase.OPEN;

    /**
     * @param reader    whose events they are, and for which route
     * @param consumer  begins the route
     * @param callbacks of that consumer
     */
    public ConsumerSession(ReaderName reader, ReaderSettings settings, PollMode mode, RestClient client, Workplace workplace,
                           Consumer consumer, ConsumerCallbacks callbacks) {
        this.workplace = workplace;
        this.delivery = new Delivery(settings.forRoute(), workplace.now());
        this.monitor = new ConsumerMonitor(
                reader, callbacks::isPaused, callbacks::isEnding, callbacks::stateChanged, settings.callTimeout(),
                delivery::state, workplace.nanoTime());
        ReaderRegistry readers = ReaderRegistry.of(workplace.camelContext());
        ConsumerNews news = new ConsumerNews(
                reader, monitor, callbacks::takenAway, user -> readers.claimActing(reader, user, consumer));
        this.fetcher = new EventFetcher(settings, client, delivery, news, reader, workplace.nanoTime());
        this.finished = new FinishedEvents(workplace.camelContext(), settings.idempotentRepository(), reader);
        this.workers = WorkerThreads.of(
                workplace.camelContext(), consumer, consumer.getEndpoint().getEndpointBaseUri(), settings.concurrency());
        HandoutJudge judge
                = new HandoutJudge(finished, settings.breakOnFirstError(), callbacks::eventFailed, reader.toString());
        HandoutProcessor processor = new HandoutProcessor(
                consumer, new Reports(), finished, judge, settings.batching(), reader, fetcher::self);
        this.dispatcher = new Dispatcher(
                reader.toString(), delivery, settings.concurrency(), workers, workplace.timer(), workplace.nanoTime(),
                () -> phase.handsOut(), processor::process);
        this.acknowledger = new Acknowledger(fetcher, delivery, workers, workplace, reader.toString());
        this.drain = new SuspendDrain(
                delivery, acknowledger, this::pending, dispatcher::dispatch, workers, workplace);
        PollPace pace = new PollPace(settings.busyDelay(), settings.delay(), ThreadLocalRandom.current()::nextDouble);
        PollPauses pauses = new PollPauses(pace, fetcher, delivery, settings, () -> phase.polls(), workplace);
        this.loop = new PollLoop(
                client, fetcher, dispatcher::dispatch, monitor, pace, pauses, mode, () -> phase.polls(), workplace,
                reader);
    }

    public PollLoop loop() {
        return loop;
    }

    public ConsumerMonitor monitor() {
        return monitor;
    }

    /** Whether what is done is acknowledged while the consumer is suspended. */
    public boolean isDraining() {
        return drain.isUnderWay();
    }

    /** How much is to be waited for until everything that was handed out is done. */
    public int pending() {
        DeliveryState state = delivery.state();
        return state.running() + state.holes();
    }

    public void start() {
        finished.start();
        workplace.heartbeat().add(beat);
    }

    private void beat() {
        dispatcher.dispatch();
        if (monitor.isOverdue()) {
            announce();
        }
        loop.revive();
    }

    /** Whoever wants to know is told: not here, since a notifier may take its time, and the caller may hold a lock. */
    private void announce() {
        try {
            workers.execute(monitor::look);
        } catch (RuntimeException | Error e) {
            LOG.debug("It is told with the next change", e);
        }
    }

    /** Begins no more than it takes to finish what was begun, and polls on to acknowledge it. */
    public void close() {
        if (phase == SessionPhase.OPEN) {
            phase = SessionPhase.CLOSING;
        }
        delivery.close();
    }

    /** Polls no more; what was begun is finished and acknowledged meanwhile. The session has been closed before. */
    public void suspend() {
        phase = SessionPhase.SUSPENDED;
        drain.begin();
        announce();
    }

    public void resume() {
        phase = SessionPhase.OPEN;
        drain.end();
        fetcher.restart();
        delivery.reopen();
        dispatcher.dispatch();
    }

    /** Hands out nothing any more. */
    public void halt() {
        phase = SessionPhase.HALTED;
    }

    /** Polls end: nothing begins them any more. */
    public void stopPolling() {
        workplace.heartbeat().remove(beat);
        loop.endFollowUps();
        close();
    }

    /**
     * Whatever else calls the portal for this user has been told to end, and is waited for no longer than there is
     * time.
     */
    public void acknowledgeLast(Supplier<Duration> time) {
        if (acknowledger.hasUnacknowledged()) {
            acknowledger.beginLast(time.get()).run();
        }
    }

    public void stop() {
        drain.end();
        halt();
        workplace.camelContext().getExecutorServiceManager().shutdownNow(workers);
    }

    private final class Reports implements Outcomes {

        @Override
        public void done(Handout handout) {
            boolean more = delivery.done(handout);
            dispatcher.dispatch();
            try {
                loop.progressed();
                if (more) {
                    loop.pollNow();
                }
            } catch (RuntimeException | Error e) {
                LOG.debug("The next poll comes when its time has come", e);
            }
        }

        @Override
        public Duration failed(Handout handout) {
            Duration pause = delivery.failed(handout, workplace.now());
            dispatcher.dispatchAfter(pause);
            monitor.look();
            return pause;
        }
    }
}
