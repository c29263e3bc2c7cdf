package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.Handout;

/**
 * What receivers have taken from a delivery. It belongs to the exchange that took it until that is completed; if that
 * never happens it is offered again after the lease.
 */
final class LentHandouts {

    private final Map<Handout, Long> since = new ConcurrentHashMap<>();
    private final Semaphore givenBack = new Semaphore(0);
    private final Delivery delivery;
    private final Duration lease;
    private final Workplace workplace;

    /** @param lease how long an event belongs to an exchange that is not completed */
    LentHandouts(Delivery delivery, Duration lease, Workplace workplace) {
        this.delivery = delivery;
        this.lease = lease;
        this.workplace = workplace;
    }

    /** @return {@code null} if nothing waits */
    Handout take() {
        Handout handout = delivery.take(workplace.now());
        if (handout != null) {
            since.put(handout, workplace.now());
        }
        return handout;
    }

    boolean isLent(Handout handout) {
        return since.containsKey(handout);
    }

    boolean isEmpty() {
        return since.isEmpty();
    }

    void done(Handout handout) {
        if (since.remove(handout) != null) {
            delivery.done(handout);
        }
    }

    void giveBack(Handout handout) {
        if (since.remove(handout) != null) {
            delivery.failed(handout, workplace.now());
            givenBack.release();
        }
    }

    void takeBackWhatWasForgotten() {
        long now = workplace.now();
        since.forEach((handout, from) -> {
            if (now - from > lease.toNanos()) {
                giveBack(handout);
            }
        });
    }

    /** Returns early when something is given back, or when {@link #wake} says so. */
    void awaitGivenBack(long nanos) throws InterruptedException {
        givenBack.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        givenBack.drainPermits();
    }

    /** @param waiting how many may be waiting */
    void wake(int waiting) {
        givenBack.release(waiting);
    }
}
