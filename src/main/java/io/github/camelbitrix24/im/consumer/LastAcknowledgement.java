package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges what is done before a reader ends: waits until it is settled, for the portal's budget and for the
 * answer, but in all no longer than it may.
 */
public final class LastAcknowledgement {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final ScheduledExecutorService timer;
    private final Consumer<Runnable> executor;
    private final String reader;

    /**
     * @param timer    waits; nothing that takes time is run on it
     * @param executor where the portal is called
     * @param reader   whose events they are, for texts
     */
    public LastAcknowledgement(ScheduledExecutorService timer, Consumer<Runnable> executor, String reader) {
        this.timer = timer;
        this.executor = executor;
        this.reader = reader;
    }

    /**
     * @param untilSettled how long to wait first; not longer than there is time
     * @param time         how long all of it may take
     * @param call         acknowledges; it is interrupted when the time is over
     */
    public void make(Duration untilSettled, Duration time, Callable<?> call) {
        begin(untilSettled, time, call).run();
    }

    /**
     * As {@link #make}, but waits for nothing yet.
     *
     * @return waits for what is left of the time
     */
    Runnable begin(Duration untilSettled, Duration time, Callable<?> call) {
        FutureTask<?> task = new FutureTask<>(call);
        long end = System.nanoTime() + time.toNanos();
        try {
            timer.schedule(() -> execute(task), untilSettled.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RuntimeException | Error e) {
            return () -> comeAgain(OneLine.of(e));
        }
        return () -> await(task, end);
    }

    private void await(FutureTask<?> task, long end) {
        try {
            task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
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
            executor.accept(task);
        } catch (RuntimeException | Error e) {
            LOG.debug("No thread for the last acknowledgement", e);
            task.cancel(false);
        }
    }

    private void comeAgain(String why) {
        LOG.warn("The last events of {} could not be acknowledged and will come again: {}", reader, why);
    }
}
