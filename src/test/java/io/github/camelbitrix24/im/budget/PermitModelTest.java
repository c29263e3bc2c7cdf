package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * Whatever becomes of permits, each is counted once, the portal's bucket never runs over, and in the end all of it can
 * be had again.
 */
class PermitModelTest {

    private static final int STEPS = 600;
    private static final List<String> CALLERS = List.of("first", "second", "third", "fourth");

    private final HandMovedTimer timer = new HandMovedTimer();
    private final RequestBudget budget = new RequestBudget(timer::now);
    /** Those that are not closed, and whether their request has been made and has arrived. */
    private final Map<Permit, Stage> open = new LinkedHashMap<>();
    private final List<Permit> closed = new ArrayList<>();
    private final List<Runnable> withdrawals = new ArrayList<>();

    private Random random;
    private PortalBucket portal;

    private enum Stage {
        GRANTED,
        SENT,
        ARRIVED
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233 })
    void eachIsCountedOnceAndNothingIsGrantedBeyondTheBucket(long seed) throws InterruptedException {
        random = new Random(seed);
        int perSecond = 1 + random.nextInt(5);
        int burst = 1 + random.nextInt(30);
        budget.limit(perSecond, burst);
        portal = new PortalBucket(perSecond, burst);
        // by then both buckets are empty
        timer.move(Duration.ofHours(1).toNanos());
        for (int step = 0; step < STEPS; step++) {
            takeAStep();
            assertEquals(open.size(), budget.state().underWay(), "step " + step);
        }

        withdrawals.forEach(Runnable::run);
        List.copyOf(open.keySet()).forEach(this::close);
        timer.move(Duration.ofHours(1).toNanos());
        assertEquals(0, budget.state().underWay());
        assertEquals(0, budget.state().waiting());
        int room = Math.max(1, (int) Math.floor(burst * 0.9));
        for (int permit = 0; permit < room; permit++) {
            assertNotNull(budget.acquire(Urgency.OTHER, this, Duration.ZERO));
        }
        assertNull(budget.acquire(Urgency.OTHER, this, Duration.ZERO));
    }

    private void takeAStep() throws InterruptedException {
        switch (random.nextInt(10)) {
            case 0 -> granted(budget.acquire(urgency(), caller(), Duration.ZERO));
            case 1, 2 -> reserve();
            case 3 -> withdrawals.forEach(withdrawal -> {
                if (random.nextInt(8) == 0) {
                    withdrawal.run();
                }
            });
            case 4 -> send(any());
            case 5 -> arrive(any());
            case 6 -> close(any());
            case 7 -> goOn(any());
            case 8 -> closeAgain();
            default -> timer.move(random.nextLong(Duration.ofMillis(100).toNanos()));
        }
        if (random.nextInt(500) == 0) {
            budget.rejected();
        }
    }

    private void reserve() {
        timer.refuse(random.nextInt(10) == 0);
        int end = random.nextInt(4);
        try {
            withdrawals.add(budget.reserve(urgency(), caller(), timer, permit -> taken(permit, end)));
        } catch (RuntimeException e) {
            // nobody waits for a timer that has ended, and what fails to take its permit has none
        }
        timer.refuse(false);
    }

    private void taken(Permit permit, int end) {
        switch (end) {
            case 0 -> throw new IllegalStateException("on purpose");
            case 1 -> permit.close();
            default -> granted(permit);
        }
    }

    private void granted(Permit permit) {
        if (permit != null) {
            open.put(permit, Stage.GRANTED);
        }
    }

    private void send(Permit permit) {
        if (permit != null) {
            assertEquals(open.get(permit) == Stage.GRANTED, permit.sent());
            open.computeIfPresent(permit, (key, stage) -> stage == Stage.GRANTED ? Stage.SENT : stage);
        }
    }

    private void arrive(Permit permit) {
        if (open.get(permit) == Stage.SENT) {
            portal.take(timer.now());
            open.put(permit, Stage.ARRIVED);
        }
    }

    private void close(Permit permit) {
        if (permit != null) {
            forget(permit);
            permit.close();
        }
    }

    private void goOn(Permit permit) throws InterruptedException {
        if (permit != null) {
            forget(permit);
            granted(permit.next(urgency(), caller(), Duration.ZERO));
        }
    }

    /** At the latest when it is answered it has arrived. */
    private void forget(Permit permit) {
        arrive(permit);
        open.remove(permit);
        closed.add(permit);
    }

    private void closeAgain() {
        if (!closed.isEmpty()) {
            Permit permit = closed.get(random.nextInt(closed.size()));
            permit.close();
            assertFalse(permit.sent());
        }
    }

    private Permit any() {
        List<Permit> all = List.copyOf(open.keySet());
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private Urgency urgency() {
        return Urgency.values()[random.nextInt(Urgency.values().length)];
    }

    private Object caller() {
        return CALLERS.get(random.nextInt(CALLERS.size()));
    }
}
