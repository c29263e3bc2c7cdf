package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets time pass on a timer, which decides what time is.
 */
@FunctionalInterface
public interface Pause {

    /** On the timer that the JDK has for itself: where there is no other. */
    Pause OF_THE_JDK = pause -> hasPassed(
            new CompletableFuture<Void>().completeOnTimeout(null, pause.toNanos(), TimeUnit.NANOSECONDS));

    /**
     * @return whether the time has passed; {@code false} if the timer has ended before
     */
    boolean await(Duration pause) throws InterruptedException;

    /**
     * @param timer where to wait; it gives {@code null} once there is none any more
     */
    static Pause on(Supplier<ScheduledExecutorService> timer) {
        return pause -> {
            ScheduledExecutorService current = timer.get();
            try {
                return current != null && hasPassed(current.schedule(() -> {
                }, pause.toNanos(), TimeUnit.NANOSECONDS));
            } catch (RejectedExecutionException e) {
                return false;
            }
        };
    }

    private static boolean hasPassed(Future<?> alarm) throws InterruptedException {
        try {
            alarm.get();
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an alarm does nothing that could fail", e);
        }
    }
}
