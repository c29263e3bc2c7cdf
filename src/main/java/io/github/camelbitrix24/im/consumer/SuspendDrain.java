package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges what is done when a consumer is suspended, while the route still works: Camel rejects what is routed
 * once a consumer is being stopped. One settling at a time: the next one takes the place of the last.
 */
public final class SuspendDrain {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    /** How long a stop waits for a call that the portal does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerSession stream;
    private final Lock polling;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;
    private volatile Object current;

    /**
     * @param polling is held by whoever calls the portal for this stream
     */
    public SuspendDrain(ConsumerSession stream, Lock polling, ScheduledExecutorService timer, LongSupplier nanoTime) {
        this.stream = stream;
        this.polling = polling;
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    public void begin() {
        if (stream.pending() == 0 && !stream.hasUnacknowledged()) {
            return;
        }
        Object mine = new Object();
        current = mine;
        after(Duration.ZERO, mine, nanoTime.getAsLong());
    }

    public void end() {
        current = null;
    }

    public boolean isUnderWay() {
        return current != null;
    }

    private void settle(Object mine, long begunAt) {
        if (current != mine) {
            return;
        }
        Duration wait = null;
        if (!polling.tryLock()) {
            wait = nanoTime.getAsLong() - begunAt < PATIENCE.toNanos() ? A_MOMENT : null;
        } else {
            try {
                wait = current == mine ? stream.settle() : null;
            } catch (RestException e) {
                LOG.debug("The acknowledgement is left to the stop", e);
            } catch (RuntimeException | Error e) {
                LOG.warn("The acknowledgement is left to the stop: {}", OneLine.of(e));
            } finally {
                polling.unlock();
            }
        }
        if (wait != null) {
            after(wait, mine, begunAt);
        } else if (current == mine) {
            end();
        }
    }

    private void after(Duration wait, Object mine, long begunAt) {
        try {
            timer.schedule(() -> execute(mine, begunAt), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RuntimeException | Error e) {
            end();
        }
    }

    private void execute(Object mine, long begunAt) {
        try {
            stream.execute(() -> settle(mine, begunAt));
        } catch (RuntimeException | Error e) {
            end();
        }
    }
}
