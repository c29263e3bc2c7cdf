package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges what is done where no poll does: while a reader does not poll, and before it ends. Nobody waits longer
 * for an answer than ten seconds.
 */
final class Acknowledger {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private final EventFetcher fetcher;
    private final Delivery delivery;
    private final Executor executor;
    private final Workplace workplace;
    private final String reader;

    /**
     * @param executor where the portal is called
     * @param reader   whose events they are, for texts
     */
    Acknowledger(EventFetcher fetcher, Delivery delivery, Executor executor, Workplace workplace, String reader) {
        this.fetcher = fetcher;
        this.delivery = delivery;
        this.executor = executor;
        this.workplace = workplace;
        this.reader = reader;
    }

    boolean hasUnacknowledged() {
        return delivery.hasUnacknowledged();
    }

    /** How long until everything that is done may be acknowledged. */
    Duration untilSettled() {
        return delivery.untilSettled(workplace.now());
    }

    /** Acknowledges what is done and settled by now, once nobody else calls the portal for this reader. */
    void acknowledge() throws RestException, InterruptedException {
        fetcher.acknowledge(LONGEST_CALL);
    }

    /** @return whether it did: not while somebody else calls the portal for this reader */
    boolean tryAcknowledge() throws RestException {
        return fetcher.tryAcknowledge(LONGEST_CALL);
    }

    /**
     * Acknowledges for the last time: once what is done is settled, when the portal's budget allows, but all in all
     * within the time.
     *
     * @return waits for what is left of the time; what is not acknowledged then is said to come again
     */
    Runnable beginLast(Duration time) {
        ScheduledExecutorService timer = workplace.timer();
        if (timer == null || !hasUnacknowledged()) {
            return () -> {
            };
        }
        FutureTask<?> task = new FutureTask<>(() -> {
            fetcher.acknowledge(time.compareTo(LONGEST_CALL) < 0 ? time : LONGEST_CALL);
            return null;
        });
        long end = workplace.now() + time.toNanos();
        try {
            timer.schedule(() -> execute(task), untilSettled().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RuntimeException | Error e) {
            return () -> comeAgain(OneLine.of(e));
        }
        return () -> await(task, end);
    }

    private void await(FutureTask<?> task, long end) {
        try {
            task.get(end - workplace.now(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            comeAgain("there was no time");
        } catch (ExecutionException e) {
            comeAgain(OneLine.of(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            comeAgain(OneLine.of(e));
        } finally {
            task.cancel(true);
        }
    }

    private void execute(FutureTask<?> task) {
        try {
            executor.execute(task);
        } catch (RuntimeException | Error e) {
            LOG.debug("No thread for the last acknowledgement", e);
            task.cancel(false);
        }
    }

    private void comeAgain(String why) {
        LOG.warn("The last events of {} could not be acknowledged and will come again: {}", reader, why);
    }
}
