package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A scheduler for the option {@code scheduledExecutorService} that waits for nothing: what is scheduled runs when the
 * test says so, on the test's thread, and how long it should have waited can be looked at.
 */
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final BlockingDeque<Task> tasks = new LinkedBlockingDeque<>();
    private volatile boolean shutdown;

    /** Runs what is scheduled next, and says how long it would have had to wait. */
    public Duration runNext() {
        while (true) {
            // a poll that is brought forward is cancelled first and scheduled again a moment later
            Task task = next();
            if (task == null) {
                throw new AssertionError("Nothing is scheduled");
            }
            boolean wanted = !task.isCancelled();
            task.run();
            if (wanted) {
                return task.pause;
            }
        }
    }

    private Task next() {
        try {
            return tasks.poll(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** How long what is scheduled next has to wait. */
    public Duration pause() {
        return tasks.stream().filter(task -> !task.isCancelled()).findFirst().orElseThrow().pause;
    }

    public boolean isIdle() {
        return tasks.stream().allMatch(FutureTask::isCancelled);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Task task = new Task(command, Duration.ofNanos(unit.toNanos(delay)));
        tasks.add(task);
        return task;
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private static final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final Duration pause;

        private Task(Runnable command, Duration pause) {
            super(command, null);
            this.pause = pause;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(pause);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
