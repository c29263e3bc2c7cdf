package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings handouts to the route, on as many threads as chats may be worked on at once. A thread takes handout after
 * handout while there are any, and none is held while nothing is to be done. Nothing that a thread or a route throws
 * gets out of here, and what could not be begun is begun by whoever dispatches next.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final ReentrantLock lock = new ReentrantLock();
    private final String reader;
    private final Delivery delivery;
    private final int concurrency;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;
    private final BooleanSupplier handsOut;
    private final Consumer<Handout> route;
    private int working;

    /**
     * @param reader   whose events they are, for texts
     * @param nanoTime nanoseconds of a monotonic source
     * @param handsOut whether anything may be handed out now
     * @param route    reports each handout's outcome itself
     */
    Dispatcher(String reader, Delivery delivery, int concurrency, ExecutorService workers, ScheduledExecutorService timer,
               LongSupplier nanoTime, BooleanSupplier handsOut, Consumer<Handout> route) {
        this.reader = reader;
        this.delivery = delivery;
        this.concurrency = concurrency;
        this.workers = workers;
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.handsOut = handsOut;
        this.route = route;
    }

    /**
     * Puts one more worker to what may be handed out now; that one sees to the next.
     */
    void dispatch() {
        AtomicBoolean begun = new AtomicBoolean();
        if (!isWorkerWanted()) {
            return;
        }
        try {
            workers.execute(() -> {
                if (begun.compareAndSet(false, true)) {
                    work();
                }
            });
        } catch (RuntimeException | Error e) {
            // a pool that throws may have kept what it was given
            if (begun.compareAndSet(false, true)) {
                ended();
            }
            if (!(e instanceof RejectedExecutionException)) {
                LOG.warn("No thread could be started for {}, which is tried again: {}", reader, OneLine.of(e));
            }
        }
    }

    private boolean isWorkerWanted() {
        lock.lock();
        try {
            boolean wanted = handsOut.getAsBoolean() && working < concurrency && delivery.hasReady(nanoTime.getAsLong());
            working += wanted ? 1 : 0;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Dispatches when a lane has waited out its pause.
     */
    void dispatchAfter(Duration pause) {
        try {
            timer.schedule(this::dispatch, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RuntimeException | Error e) {
            LOG.debug("What failed comes again when something else is dispatched", e);
        }
    }

    private void work() {
        for (Handout handout = next(); handout != null; handout = next()) {
            try {
                try {
                    dispatch();
                } finally {
                    route.accept(handout);
                }
            } catch (Throwable e) {
                LOG.error("A handout of {} ended in {}", reader, OneLine.of(e));
            }
        }
    }

    private Handout next() {
        lock.lock();
        Handout handout = null;
        try {
            handout = handsOut.getAsBoolean() ? delivery.take(nanoTime.getAsLong()) : null;
            return handout;
        } finally {
            working -= handout == null ? 1 : 0;
            lock.unlock();
        }
    }

    private void ended() {
        lock.lock();
        try {
            working--;
        } finally {
            lock.unlock();
        }
    }
}
