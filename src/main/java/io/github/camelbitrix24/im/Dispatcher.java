package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.Handout;

/**
 * Brings handouts to the route, on as many threads as chats may be worked on at once. A thread takes handout after
 * handout while there are any, and none is held while nothing is to be done.
 */
final class Dispatcher {

    private final ReentrantLock lock = new ReentrantLock();
    private final Delivery delivery;
    private final int concurrency;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final Consumer<Handout> route;

    private int working;
    private boolean halted;

    Dispatcher(Delivery delivery, int concurrency, ExecutorService workers, ScheduledExecutorService timer,
               Consumer<Handout> route) {
        this.delivery = delivery;
        this.concurrency = concurrency;
        this.workers = workers;
        this.timer = timer;
        this.route = route;
    }

    /**
     * Puts workers to what may be handed out now.
     */
    void dispatch() {
        lock.lock();
        try {
            if (delivery.hasReady()) {
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Dispatches when a lane has waited out its pause.
     */
    void dispatchAfter(Duration pause) {
        timer.schedule(this::wake, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Hands out nothing more at all; what is running goes on.
     */
    void halt() {
        lock.lock();
        try {
            halted = true;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        for (Handout handout = next(); handout != null; handout = next()) {
            route.accept(handout);
        }
    }

    private Handout next() {
        lock.lock();
        try {
            Handout handout = halted ? null : delivery.take(System.nanoTime());
            if (handout == null) {
                working--;
            } else {
                dispatch();
            }
            return handout;
        } finally {
            lock.unlock();
        }
    }

    /** As dispatch, also for a lane whose pause is over: it becomes ready only when somebody tries to take. */
    void wake() {
        lock.lock();
        try {
            if (!halted && working < concurrency) {
                workers.execute(this::work);
                working++;
            }
        } finally {
            lock.unlock();
        }
    }
}
