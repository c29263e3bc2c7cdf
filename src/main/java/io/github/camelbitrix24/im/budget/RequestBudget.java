package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that one portal accepts, shared by everybody who calls it. Whoever must wait is served in turn: what is
 * urgent first, and among equals one after the other of those who wait, however many calls each of them has.
 */
public final class RequestBudget {

    private static final Logger LOG = LoggerFactory.getLogger(RequestBudget.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Turns turns = new Turns();
    private final LongSupplier nanos;

    private LeakyBucket bucket;
    /** What polls alone may use: half a burst, so that the other half is there for whoever has something to say. */
    private LeakyBucket pollBucket;
    private int underWay;
    private int pollsUnderWay;
    private int filesUnderWay;
    private long waited;
    private long rejections;
    private long rejectedAt;

    /**
     * @param nanos a monotonic source
     */
    public RequestBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Sets the limit. Where it was set before, the lower one counts.
     *
     * @param perSecond how many requests the portal works off in a second; 0 for a portal without a limit
     * @param burst     how many it takes at once
     */
    public void limit(double perSecond, int burst) {
        lock.lock();
        try {
            if (perSecond > 0) {
                long now = nanos.getAsLong();
                bucket = bucket == null
                        ? LeakyBucket.afterRestart(perSecond, burst, now) : bucket.limitedTo(perSecond, burst, now);
                pollBucket = pollBucket == null
                        ? LeakyBucket.empty(perSecond, burst / 2, now) : pollBucket.limitedTo(perSecond, burst / 2, now);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a request may be made. It counts as being under way until its permit is closed: when it reaches the
     * portal is not known, and only from its answer on can it be leaking.
     *
     * @param  urgency what it goes before
     * @param  caller  for whom, so that all get their turn
     * @return         what the caller must close
     */
    public Permit acquire(Urgency urgency, Object caller) throws InterruptedException {
        return acquire(urgency, caller, null);
    }

    /**
     * As {@link #acquire(Urgency, Object)}, but waits for so long only.
     *
     * @param  atMost how long, or {@code null} for as long as it takes
     * @return        what the caller must close, or {@code null} if the request may not be made
     */
    public Permit acquire(Urgency urgency, Object caller, Duration atMost) throws InterruptedException {
        Permit permit = new Permit(this, urgency);
        lock.lockInterruptibly();
        try {
            if (bucket == null) {
                begun(urgency);
                return permit;
            }
            long began = nanos.getAsLong();
            Condition woken = lock.newCondition();
            Turns.Turn turn = turns.join(urgency, caller, woken::signal);
            boolean granted = false;
            try {
                granted = await(turn, woken, atMost == null ? Long.MAX_VALUE : atMost.toNanos());
                return granted ? permit : null;
            } finally {
                leave(turn, granted);
                wakeNext();
                waited += nanos.getAsLong() - began;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Turns.Turn turn, Condition woken, long atMost) throws InterruptedException {
        long left = atMost;
        while (true) {
            long wait = next() == turn ? untilRoom(turn.urgency()) : Long.MAX_VALUE;
            if (wait == 0) {
                return true;
            }
            if (left <= 0) {
                return false;
            }
            long pause = Math.min(wait, left);
            long unused = woken.awaitNanos(pause);
            left = atMost == Long.MAX_VALUE ? left : left - (pause - unused);
            wakeNext();
        }
    }

    private void leave(Turns.Turn turn, boolean granted) {
        if (granted) {
            turns.served(turn);
            begun(turn.urgency());
        } else {
            turns.leave(turn);
        }
    }

    private void begun(Urgency urgency) {
        underWay++;
        pollsUnderWay += urgency == Urgency.POLL ? 1 : 0;
        filesUnderWay += urgency == Urgency.FILE ? 1 : 0;
    }

    private Turns.Turn next() {
        return turns.next(this::untilRoom);
    }

    /** How long, in nanoseconds, until a request fits. */
    private long untilRoom(Urgency urgency) {
        if (bucket == null) {
            return 0;
        }
        if (urgency == Urgency.FILE && filesUnderWay >= bucket.half()) {
            return Long.MAX_VALUE;
        }
        long now = nanos.getAsLong();
        int others = urgency == Urgency.TYPING ? bucket.reserve() : 0;
        long wait = bucket.untilRoom(underWay + others, now);
        return urgency == Urgency.POLL ? Math.max(wait, pollBucket.untilRoom(pollsUnderWay, now)) : wait;
    }

    /**
     * Somebody urgent may have joined: whoever is next now must know. Who wakes him has something to give back, and
     * throws nothing.
     */
    private void wakeNext() {
        Turns.Turn next = next();
        if (next != null) {
            try {
                next.wake().run();
            } catch (RuntimeException | Error e) {
                LOG.debug("Whoever is next is woken with the next change", e);
            }
        }
    }

    /**
     * Whoever is next looks again, in case there was no memory to wake him.
     */
    public void revive() {
        lock.lock();
        try {
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    /**
     * As {@link #acquire(Urgency, Object)}, but keeps no thread waiting.
     *
     * @param  timer   where to wait, and where {@code granted} is run unless the request may be made at once
     * @param  granted gets the permit when the request may be made, and must close it. If it throws, that is done.
     * @return         what withdraws the request if it was not granted yet
     */
    public Runnable reserve(Urgency urgency, Object caller, ScheduledExecutorService timer, Consumer<Permit> granted) {
        Reservation reservation = new Reservation(timer, granted);
        reservation.begin(urgency, caller);
        return reservation::withdraw;
    }

    /** @param made whether the request was made; if not, it takes no room in the bucket */
    void ended(Urgency urgency, boolean made) {
        lock.lock();
        try {
            underWay--;
            pollsUnderWay -= urgency == Urgency.POLL ? 1 : 0;
            filesUnderWay -= urgency == Urgency.FILE ? 1 : 0;
            if (made && bucket != null) {
                bucket = bucket.plusOne(nanos.getAsLong());
                pollBucket = urgency == Urgency.POLL ? pollBucket.plusOne(nanos.getAsLong()) : pollBucket;
            }
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The portal has rejected a request as one too many.
     */
    public void rejected() {
        lock.lock();
        try {
            rejections++;
            rejectedAt = nanos.getAsLong();
            if (bucket != null) {
                bucket = bucket.full(nanos.getAsLong());
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * What has become of the requests so far.
     */
    public BudgetState state() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            return new BudgetState(
                    turns.size(), underWay, Duration.ofNanos(waited), rejections,
                    rejections == 0 ? null : Duration.ofNanos(now - rejectedAt),
                    bucket == null ? null : bucket.room(underWay, now));
        } finally {
            lock.unlock();
        }
    }

    /** A turn that no thread waits for. */
    private final class Reservation {

        private final ScheduledExecutorService timer;
        private final Consumer<Permit> granted;
        private long began;
        private Turns.Turn turn;
        private Future<?> alarm;

        Reservation(ScheduledExecutorService timer, Consumer<Permit> granted) {
            this.timer = Objects.requireNonNull(timer, "there is no timer any more");
            this.granted = granted;
        }

        void begin(Urgency urgency, Object caller) {
            lock.lock();
            try {
                began = nanos.getAsLong();
                turn = turns.join(urgency, caller, this::wake);
            } finally {
                lock.unlock();
            }
            try {
                look();
            } catch (RuntimeException | Error e) {
                withdraw();
                throw e;
            }
        }

        void withdraw() {
            lock.lock();
            try {
                if (turn != null) {
                    leave(false);
                    wakeNext();
                }
            } finally {
                lock.unlock();
            }
        }

        private void leave(boolean served) {
            RequestBudget.this.leave(turn, served);
            turn = null;
            if (alarm != null) {
                alarm.cancel(false);
            }
        }

        private void wake() {
            try {
                timer.execute(this::look);
            } catch (RejectedExecutionException e) {
                // whoever wanted it has been stopped, and must not hold up those behind it
                withdraw();
            }
        }

        private void look() {
            Permit permit = grant();
            if (permit == null) {
                return;
            }
            try {
                granted.accept(permit);
            } catch (RuntimeException | Error e) {
                permit.close();
                throw e;
            }
        }

        private Permit grant() {
            lock.lock();
            try {
                if (turn == null) {
                    return null;
                }
                if (next() != turn) {
                    // a less urgent one that had no room may have it by now
                    wakeNext();
                    return null;
                }
                Permit permit = new Permit(RequestBudget.this, turn.urgency());
                long wait = untilRoom(turn.urgency());
                if (alarm != null) {
                    alarm.cancel(false);
                }
                if (wait > 0) {
                    alarm = timer.schedule(this::look, wait, TimeUnit.NANOSECONDS);
                    return null;
                }
                leave(true);
                waited += nanos.getAsLong() - began;
                wakeNext();
                return permit;
            } finally {
                lock.unlock();
            }
        }
    }
}
