package io.github.camelbitrix24.im.consumer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.camel.spi.ThreadPoolFactory;
import org.apache.camel.spi.ThreadPoolProfile;

/**
 * Threads and their clock, which the test moves. One of them runs at a time, until it ends or calls out; which one goes
 * on is drawn by lot, so that a seed always plays the same.
 */
final class HandDrivenThreads implements ThreadPoolFactory {

    private final ExecutorService carriers = Executors.newCachedThreadPool(HandDrivenThreads::daemon);
    private final List<HandDrivenPool> pools = new ArrayList<>();
    private final List<Strand> strands = new ArrayList<>();
    private final ThreadLocal<Strand> self = new ThreadLocal<>();
    private final Semaphore standing = new Semaphore(0);
    private final Random random;
    private final BooleanSupplier mishap;
    private long now;

    /**
     * @param mishap whether this time there is no memory for a thread
     */
    HandDrivenThreads(Random random, BooleanSupplier mishap) {
        this.random = random;
        this.mishap = mishap;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "strand");
        thread.setDaemon(true);
        return thread;
    }

    long now() {
        return now;
    }

    /** Lets others run in between, if it is one of these threads that asks. */
    void callOut() {
        Strand strand = self.get();
        if (strand != null) {
            standing.release();
            strand.goOn.acquireUninterruptibly();
        }
    }

    /**
     * One of them goes on, or begins.
     *
     * @return whether any could
     */
    boolean step() {
        List<Runnable> moves = new ArrayList<>();
        strands.forEach(strand -> moves.add(() -> goOn(strand)));
        pools.stream().filter(HandDrivenPool::canBegin).forEach(pool -> moves.add(() -> begin(pool)));
        if (moves.isEmpty()) {
            return false;
        }
        moves.get(random.nextInt(moves.size())).run();
        return true;
    }

    /** Moves the clock to when the next task is due, but not beyond. */
    void moveTo(long end) {
        long next = pools.stream().mapToLong(HandDrivenPool::nextAt).min().orElse(Long.MAX_VALUE);
        now = Math.max(now, Math.min(next, end));
    }

    /** Nobody runs, or is about to. */
    boolean isIdle() {
        return strands.isEmpty() && pools.stream().noneMatch(HandDrivenPool::canBegin);
    }

    void end() {
        carriers.shutdownNow();
    }

    private void begin(HandDrivenPool pool) {
        Strand strand = new Strand(pool, pool.next());
        strands.add(strand);
        pool.begun();
        carriers.execute(strand);
        await(strand);
    }

    private void goOn(Strand strand) {
        strand.goOn.release();
        await(strand);
    }

    private void await(Strand strand) {
        try {
            if (!standing.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new AssertionError("hangs: " + Arrays.toString(strand.thread.getStackTrace()));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (strand.ended) {
            strands.remove(strand);
            strand.pool.ended();
        }
    }

    void interrupt(HandDrivenPool pool) {
        strands.stream().filter(strand -> strand.pool == pool).forEach(strand -> strand.thread.interrupt());
    }

    /** Of a route's own, for which there is memory. */
    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory threadFactory) {
        return pool(Integer.MAX_VALUE, () -> false);
    }

    @Override
    public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory threadFactory) {
        return pool(profile.getMaxPoolSize(), mishap);
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threadFactory) {
        return pool(1, mishap);
    }

    private HandDrivenPool pool(int size, BooleanSupplier without) {
        HandDrivenPool pool = new HandDrivenPool(this, size, without, random::nextBoolean);
        pools.add(pool);
        return pool;
    }

    private final class Strand implements Runnable {

        private final HandDrivenPool pool;
        private final Runnable task;
        private final Semaphore goOn = new Semaphore(0);
        private Thread thread;
        private boolean ended;

        Strand(HandDrivenPool pool, Runnable task) {
            this.pool = pool;
            this.task = task;
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            self.set(this);
            try {
                task.run();
            } catch (Throwable e) {
                // a pool's thread dies of it, and another one takes its place
                ended = true;
            } finally {
                self.remove();
                Thread.interrupted();
                ended = true;
                standing.release();
            }
        }
    }
}
