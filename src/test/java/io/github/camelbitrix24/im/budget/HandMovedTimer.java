package io.github.camelbitrix24.im.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer and its clock, which the test moves; what is due runs on the test's thread. */
final class HandMovedTimer extends ScheduledThreadPoolExecutor {

    private final List<Task> tasks = new ArrayList<>();
    private long now;
    private boolean refusing;

    HandMovedTimer() {
        super(1);
    }

    long now() {
        return now;
    }

    void refuse(boolean refuse) {
        refusing = refuse;
    }

    void move(long nanos) {
        long end = now + nanos;
        for (Task task = due(end); task != null; task = due(end)) {
            tasks.remove(task);
            now = Math.max(now, task.at);
            task.run();
        }
        now = end;
    }

    private Task due(long end) {
        return tasks.stream().filter(task -> task.at <= end).min(Comparator.comparingLong(task -> task.at)).orElse(null);
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        if (refusing) {
            throw new RejectedExecutionException("on purpose");
        }
        long pause = Math.min(unit.toNanos(delay), Long.MAX_VALUE - now);
        Task task = new Task(command, now + pause);
        tasks.add(task);
        return task;
    }

    private final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long at;

        Task(Runnable command, long at) {
            super(command, null);
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
