package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges what is done when a consumer is suspended, while the route still works: Camel rejects what is routed
 * once a consumer is being stopped.
 */
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private static final Duration A_MOMENT = Duration.ofMillis(20);
    /** How long a stop waits for a call that the portal does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventStream stream;
    private final Lock polling;
    private final ScheduledExecutorService timer;

    private volatile boolean underWay;
    private volatile long begunAt;

    /**
     * @param polling is held by whoever calls the portal for this stream
     */
    Settling(EventStream stream, Lock polling, ScheduledExecutorService timer) {
        this.stream = stream;
        this.polling = polling;
        this.timer = timer;
    }

    void begin() {
        underWay = true;
        begunAt = System.nanoTime();
        after(Duration.ZERO);
    }

    void end() {
        underWay = false;
    }

    boolean isUnderWay() {
        return underWay;
    }

    private void settle() {
        if (!underWay) {
            return;
        }
        if (!polling.tryLock()) {
            underWay &= System.nanoTime() - begunAt < PATIENCE.toNanos();
            after(A_MOMENT);
            return;
        }
        Duration wait = null;
        try {
            wait = stream.settle();
        } catch (RestException e) {
            LOG.debug("The acknowledgement is left to the stop", e);
        } finally {
            polling.unlock();
            underWay &= wait != null;
        }
        if (wait != null) {
            after(wait);
        }
    }

    private void after(Duration wait) {
        timer.schedule(() -> stream.execute(this::settle), wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
