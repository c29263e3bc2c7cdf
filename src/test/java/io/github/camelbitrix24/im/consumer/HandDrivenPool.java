package io.github.camelbitrix24.im.consumer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A pool, or a timer, of {@link HandDrivenThreads}. What is given to it may be refused for want of memory, and kept
 * nevertheless.
 */
final class HandDrivenPool extends AbstractExecutorService implements ScheduledExecutorService {

    private final HandDrivenThreads threads;
    private final int size;
    private final BooleanSupplier mishap;
    private final BooleanSupplier kept;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Task> delayed = new ArrayList<>();
    private int running;
    private boolean shutdown;

    HandDrivenPool(HandDrivenThreads threads, int size, BooleanSupplier mishap, BooleanSupplier kept) {
        this.threads = threads;
        this.size = size;
        this.mishap = mishap;
        this.kept = kept;
    }

    boolean canBegin() {
        delayed.removeIf(FutureTask::isCancelled);
        return running < size && (!waiting.isEmpty() || nextAt() <= threads.now());
    }

    Runnable next() {
        Task due = delayed.stream().min(Comparator.comparingLong(task -> task.at)).orElse(null);
        if (due == null || due.at > threads.now()) {
            return waiting.remove();
        }
        delayed.remove(due);
        return due;
    }

    /** When the next task is due that is not yet. */
    long nextAt() {
        return delayed.stream().filter(task -> !task.isCancelled()).mapToLong(task -> task.at).min().orElse(Long.MAX_VALUE);
    }

    void begun() {
        running++;
    }

    void ended() {
        running--;
    }

    private void add(Runnable into) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        boolean refused = mishap.getAsBoolean();
        if (!refused || kept.getAsBoolean()) {
            into.run();
        }
        if (refused) {
            throw new OutOfMemoryError("unable to create native thread, on purpose");
        }
    }

    @Override
    public void execute(Runnable command) {
        add(() -> waiting.add(command));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Task task = new Task(command, threads.now() + rounded(unit.toNanos(delay)), 0);
        add(() -> delayed.add(task));
        return task;
    }

    /** To a power of two of a second: pauses vary at random, so that not all poll in step, and a seed must not. */
    private static long rounded(long nanos) {
        double seconds = nanos / 1e9;
        return nanos <= 0 ? 0 : (long) (1e9 * Math.pow(2, Math.round(Math.log(seconds) / Math.log(2))));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        Task task = new Task(command, threads.now() + unit.toNanos(initialDelay), unit.toNanos(delay));
        delayed.add(task);
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
    public void shutdown() {
        shutdown = true;
        delayed.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        threads.interrupt(this);
        List<Runnable> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && running == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutdown;
    }

    private final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long period;
        private long at;

        Task(Runnable command, long at, long period) {
            super(command, null);
            this.at = at;
            this.period = period;
        }

        @Override
        public void run() {
            if (period == 0) {
                super.run();
            } else if (runAndReset() && !shutdown) {
                at = threads.now() + period;
                delayed.add(this);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - threads.now(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
