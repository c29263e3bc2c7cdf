package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The portal's one lock, and the waiting for its state to change. */
final class Monitor {

    /** Rows that fall due on a running clock change the state though nobody writes. */
    private static final long LONGEST_WAIT = Duration.ofMillis(50).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long version;

    <T> T read(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    <T> T write(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            version++;
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Grows whenever the state may have changed. */
    long version() {
        return version;
    }

    void run(Runnable action) {
        write(() -> {
            action.run();
            return null;
        });
    }

    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changed.awaitNanos(Math.min(left, LONGEST_WAIT));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
