package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls when it is worth it: after each poll the consumer says how long to wait, and it can ask for the next poll at
 * once. A user's own {@code scheduler} takes its place. While it waits for its time, for the portal's budget and for
 * its turn, it holds no thread.
 */
public final class PollScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledExecutorService usersExecutor;

    private CamelContext camelContext;
    private Bitrix24ImConsumer consumer;
    private Runnable task;
    private ScheduledExecutorService executor;
    private Future<?> next;
    private Future<?> poll;
    private Permit permit;
    private volatile Runnable withdrawal = () -> {
    };
    private volatile boolean scheduled;
    private boolean polling;
    private boolean again;
    private boolean lost;

    /**
     * @param usersExecutor where to poll, or {@code null} for the threads that all consumers share
     */
    public PollScheduler(ScheduledExecutorService usersExecutor) {
        this.usersExecutor = usersExecutor;
    }

    @Override
    public void onInit(Consumer consumer) {
        this.consumer = (Bitrix24ImConsumer) consumer;
    }

    @Override
    public void scheduleTask(Runnable task) {
        this.task = task;
    }

    @Override
    public void startScheduler() {
        lock.lock();
        try {
            if (!scheduled) {
                scheduled = true;
                schedule(Duration.of(consumer.getInitialDelay(), consumer.getTimeUnit().toChronoUnit()));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void unscheduleTask() {
        lock.lock();
        try {
            scheduled = false;
            if (next != null) {
                next.cancel(true);
            }
            if (poll != null) {
                poll.cancel(true);
            }
            if (!polling) {
                close(permit);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isSchedulerStarted() {
        return scheduled;
    }

    /**
     * Polls as soon as possible, once more if a poll is under way.
     */
    public void pollNow() {
        lock.lock();
        try {
            if (polling) {
                again = true;
            } else if (scheduled && next != null && next.cancel(false)) {
                schedule(Duration.ZERO);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether polls share threads, so that each should end soon. */
    public boolean isShared() {
        return usersExecutor == null;
    }

    private void due() {
        if (!isShared()) {
            run(null);
            return;
        }
        try {
            withdrawal = consumer.reserveCall(this::admit);
        } catch (RuntimeException | Error e) {
            tryLater(e);
            return;
        }
        // a stop in between withdrew what was reserved before
        if (!scheduled) {
            withdrawal.run();
        }
    }

    private void admit(Permit granted) {
        lock.lock();
        try {
            if (scheduled) {
                permit = granted;
                poll = consumer.pollThreads().execute(
                        consumer.credentials().portal(), consumer.isFailing(), () -> run(granted));
            } else {
                close(granted);
            }
        } catch (RuntimeException | Error e) {
            close(granted);
            tryLater(e);
        } finally {
            lock.unlock();
        }
    }

    private static void close(Permit granted) {
        if (granted != null) {
            granted.close();
        }
    }

    private void tryLater(Throwable e) {
        lock.lock();
        try {
            lost = true;
            if (scheduled && !executor.isShutdown()) {
                LOG.warn("A poll for {} could not begin and is tried again in {} s: {}", consumer.name(),
                        AFTER_FAILURE.toSeconds(), OneLine.of(e));
                schedule(AFTER_FAILURE);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Polls again if the next poll could not be scheduled, for want of memory or of a thread: nobody else would. */
    public void revive() {
        lock.lock();
        try {
            if (lost && scheduled && !polling) {
                schedule(Duration.ZERO);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run(Permit granted) {
        lock.lock();
        try {
            polling = true;
            again = false;
        } finally {
            lock.unlock();
        }
        long began = System.nanoTime();
        try (granted) {
            consumer.grant(granted);
            task.run();
        } finally {
            goOn(began);
        }
    }

    private void goOn(long began) {
        lock.lock();
        try {
            polling = false;
            lost = true;
            if (scheduled) {
                schedule(again ? Duration.ZERO : pause(began));
            }
        } finally {
            lock.unlock();
        }
    }

    private Duration pause(long began) {
        Duration pause = consumer.pauseBeforeNextPoll();
        return consumer.isUseFixedDelay() ? pause : pause.minusNanos(System.nanoTime() - began);
    }

    private void schedule(Duration pause) {
        lost = true;
        next = executor.schedule(this::due, Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
        lost = false;
    }

    @Override
    protected void doStart() {
        executor = isShared() ? consumer.getEndpoint().getComponent().timer() : usersExecutor;
    }

    @Override
    protected void doStop() {
        unscheduleTask();
        withdrawal.run();
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
