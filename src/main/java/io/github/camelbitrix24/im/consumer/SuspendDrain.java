package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges what is done when a consumer is suspended, while the route still works: Camel rejects what is routed
 * once a consumer is being stopped. One drain at a time: the next one takes the place of the last.
 */
final class SuspendDrain {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    /** How long a stop waits for a call that the portal does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Delivery delivery;
    private final Acknowledger acknowledger;
    private final IntSupplier pending;
    private final Runnable dispatch;
    private final Executor executor;
    private final Workplace workplace;
    private volatile Object current;

    /**
     * @param pending  how much is to be waited for until everything that was handed out is done
     * @param dispatch hands out what showed only now, below what is done, so that this does not come twice
     * @param executor where the portal is called
     */
    SuspendDrain(Delivery delivery, Acknowledger acknowledger, IntSupplier pending, Runnable dispatch, Executor executor,
                 Workplace workplace) {
        this.delivery = delivery;
        this.acknowledger = acknowledger;
        this.pending = pending;
        this.dispatch = dispatch;
        this.executor = executor;
        this.workplace = workplace;
    }

    void begin() {
        if (pending.getAsInt() == 0 && !acknowledger.hasUnacknowledged()) {
            return;
        }
        Object mine = new Object();
        current = mine;
        after(Duration.ZERO, mine, workplace.now());
    }

    void end() {
        current = null;
    }

    boolean isUnderWay() {
        return current != null;
    }

    private void drain(Object mine, long begunAt) {
        if (current != mine) {
            return;
        }
        Duration wait = null;
        try {
            wait = step(begunAt);
        } catch (RestException e) {
            LOG.debug("The acknowledgement is left to the stop", e);
        } catch (RuntimeException | Error e) {
            LOG.warn("The acknowledgement is left to the stop: {}", OneLine.of(e));
        }
        if (wait != null) {
            after(wait, mine, begunAt);
        } else if (current == mine) {
            end();
        }
    }

    /**
     * @return how long to wait before the next step, or {@code null} when there is nothing left to do
     */
    private Duration step(long begunAt) throws RestException {
        if (pending.getAsInt() > 0) {
            return A_MOMENT;
        }
        if (!acknowledger.hasUnacknowledged()) {
            return null;
        }
        Duration unsettled = acknowledger.untilSettled();
        if (!unsettled.isZero()) {
            return unsettled;
        }
        long before = delivery.state().acknowledgedOffset();
        if (!acknowledger.tryAcknowledge()) {
            return workplace.now() - begunAt < PATIENCE.toNanos() ? A_MOMENT : null;
        }
        dispatch.run();
        boolean goesOn = pending.getAsInt() > 0 || delivery.state().acknowledgedOffset() != before
                || !acknowledger.untilSettled().isZero();
        return goesOn ? Duration.ZERO : null;
    }

    private void after(Duration wait, Object mine, long begunAt) {
        try {
            workplace.timer().schedule(() -> execute(mine, begunAt), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RuntimeException | Error e) {
            end();
        }
    }

    private void execute(Object mine, long begunAt) {
        try {
            executor.execute(() -> drain(mine, begunAt));
        } catch (RuntimeException | Error e) {
            end();
        }
    }
}
