package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What receivers have done is acknowledged even if nobody asks for another event: soon after, when it is settled, and
 * again while that fails.
 */
final class PlannedAcknowledgement {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.POLLING_CONSUMER);

    private final AtomicBoolean planned = new AtomicBoolean();
    private final Acknowledger acknowledger;
    private final Executor executor;
    private final Duration again;
    private final Runnable acknowledged;
    private final Workplace workplace;
    private final String reader;
    private volatile boolean ended;

    /**
     * @param executor     where the portal is called
     * @param again        when to try again what failed
     * @param acknowledged is run after each
     * @param reader       whose events they are, for texts
     */
    PlannedAcknowledgement(Acknowledger acknowledger, Executor executor, Duration again, Runnable acknowledged,
                           Workplace workplace, String reader) {
        this.acknowledger = acknowledger;
        this.executor = executor;
        this.again = again;
        this.acknowledged = acknowledged;
        this.workplace = workplace;
        this.reader = reader;
    }

    void after(Duration pause) {
        ScheduledExecutorService timer = workplace.timer();
        if (timer == null || !planned.compareAndSet(false, true)) {
            return;
        }
        try {
            timer.schedule(() -> executor.execute(this::run), pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The component is being stopped, which acknowledges what is left", e);
        } catch (RuntimeException | Error e) {
            planned.set(false);
            LOG.warn("The acknowledgement for {} is left to the next event: {}", reader, OneLine.of(e));
        }
    }

    /** Nothing is acknowledged here any more. */
    void end() {
        ended = true;
    }

    private void run() {
        planned.set(false);
        if (ended) {
            return;
        }
        Duration untilSettled = acknowledger.untilSettled();
        if (!untilSettled.isZero()) {
            after(untilSettled);
            return;
        }
        try {
            acknowledger.acknowledge();
            if (acknowledger.hasUnacknowledged()) {
                after(again);
            }
            acknowledged.run();
        } catch (RestException e) {
            tryAgain(e.explanation());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            tryAgain(OneLine.of(e));
        }
    }

    private void tryAgain(String why) {
        LOG.warn("The acknowledgement for {} is tried again: {}", reader, why);
        after(again);
    }
}
