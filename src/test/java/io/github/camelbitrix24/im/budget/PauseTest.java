package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever waits does so on the timer, and no longer than there is one. */
class PauseTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Pause pause = Pause.on(() -> timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private CompletableFuture<Boolean> waiting() {
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        new Thread(() -> {
            try {
                outcome.complete(pause.await(LONG));
            } catch (InterruptedException e) {
                outcome.completeExceptionally(e);
            }
        }).start();
        while (timer.getQueue().isEmpty() && !outcome.isDone()) {
            Thread.onSpinWait();
        }
        return outcome;
    }

    @Test
    void itEndsWhenItsTimeHasCome() throws Exception {
        assertTrue(pause.await(Duration.ofMillis(1)));
        assertTrue(Pause.OF_THE_JDK.await(Duration.ofMillis(1)));
    }

    @Test
    void whoeverWaitsWhenTheTimerEndsIsTold() throws Exception {
        CompletableFuture<Boolean> outcome = waiting();

        timer.shutdownNow().forEach(task -> ((Future<?>) task).cancel(false));

        assertFalse(outcome.get(20, TimeUnit.SECONDS));
    }

    @Test
    void withoutATimerNobodyWaits() throws Exception {
        timer.shutdownNow();

        assertFalse(pause.await(LONG));
        assertFalse(Pause.on(() -> null).await(LONG));
    }
}
