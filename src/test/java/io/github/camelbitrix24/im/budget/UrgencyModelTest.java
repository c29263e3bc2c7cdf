package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * More is wanted of a portal than it takes, of every kind: each kind but typing gets its turn within so many others, an
 * acknowledgement within one, and typing is never waited for.
 */
class UrgencyModelTest {

    private static final List<Urgency> QUEUED = List.of(
            Urgency.ACKNOWLEDGEMENT, Urgency.SEND, Urgency.FILE, Urgency.OTHER, Urgency.POLL);
    /** Kinds that have waited for too long as well. */
    private static final int OTHERS = QUEUED.size() - 1;

    private final HandMovedTimer timer = new HandMovedTimer();
    private final RequestBudget budget = new RequestBudget(timer::now);
    private final PortalBucket portal = new PortalBucket(2, 50);
    /** By kind, how many of others have gone since the first of this kind has waited. */
    private final Map<Urgency, Integer> passedBy = new LinkedHashMap<>();
    private final Map<Urgency, Integer> waiting = new EnumMap<>(Urgency.class);
    private final Map<Urgency, Integer> served = new EnumMap<>(Urgency.class);
    private final Map<Urgency, Integer> mostPassedBy = new EnumMap<>(Urgency.class);
    private Random random;
    private int typed;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34 })
    void nobodyStarves(long seed) throws InterruptedException {
        random = new Random(seed);
        budget.limit(2, 50);
        for (int step = 0; step < 3000; step++) {
            QUEUED.forEach(this::perhapsWant);
            perhapsType();
            timer.move(random.nextLong(Duration.ofMillis(500).toNanos()));
        }

        QUEUED.forEach(urgency -> assertTrue(served.getOrDefault(urgency, 0) > 100, "seed " + seed + ": " + served));
        mostPassedBy.forEach((urgency, passed) -> assertTrue(passed <= urgency.patience() + OTHERS,
                "seed " + seed + ": " + urgency + " let " + passed + " pass"));
        assertTrue(typed < 30, "typed " + typed);
        drain();
        try (Permit typing = budget.acquire(Urgency.TYPING, "typing", Duration.ZERO)) {
            assertTrue(typing.sent());
        }
    }

    @Test
    void typingLeavesRoomForAnAcknowledgementAndAMessage() throws InterruptedException {
        budget.limit(2, 50);
        for (int second = 0; second < 60; second++) {
            timer.move(Duration.ofSeconds(1).toNanos());
            for (int i = 0; i < 10; i++) {
                perhapsType();
            }
        }

        assertTrue(typed > 60, "typed " + typed);
        for (Urgency urgency : List.of(Urgency.ACKNOWLEDGEMENT, Urgency.SEND)) {
            try (Permit permit = budget.acquire(urgency, "caller", Duration.ZERO)) {
                assertTrue(permit.sent());
            }
        }
    }

    /** Five callers of each kind, who wait for one call each. */
    private void perhapsWant(Urgency urgency) {
        if (random.nextInt(3) > 0 || waiting.getOrDefault(urgency, 0) >= 5) {
            return;
        }
        waiting.merge(urgency, 1, Integer::sum);
        passedBy.putIfAbsent(urgency, 0);
        budget.reserve(urgency, "caller " + random.nextInt(5), timer, permit -> granted(urgency, permit));
    }

    private void granted(Urgency urgency, Permit permit) {
        int passed = passedBy.remove(urgency);
        mostPassedBy.merge(urgency, passed, Math::max);
        passedBy.replaceAll((other, count) -> count + 1);
        served.merge(urgency, 1, Integer::sum);
        if (waiting.merge(urgency, -1, Integer::sum) > 0) {
            passedBy.put(urgency, 0);
        }
        assertTrue(permit.sent());
        portal.take(timer.now());
        permit.close();
    }

    private void perhapsType() throws InterruptedException {
        boolean somebodyWaits = waiting.values().stream().anyMatch(count -> count > 0);
        try (Permit typing = budget.acquire(Urgency.TYPING, "typing", Duration.ZERO)) {
            if (somebodyWaits) {
                assertNull(typing);
            }
            if (typing != null) {
                typed++;
                typing.sent();
                portal.take(timer.now());
            }
        }
    }

    private void drain() {
        timer.move(Duration.ofMinutes(10).toNanos());
        assertEquals(0, budget.state().waiting());
        assertEquals(0, budget.state().underWay());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 5, 20 })
    void filesThatHangHoldUpNothingElse(int senders) throws InterruptedException {
        budget.limit(2, 50);
        timer.move(Duration.ofMinutes(1).toNanos());
        List<Permit> hanging = new ArrayList<>();
        for (int file = 0; file < 200; file++) {
            budget.reserve(Urgency.FILE, "sender " + file % senders, timer, permit -> {
                permit.sent();
                hanging.add(permit);
            });
        }
        int others = 0;
        for (int second = 0; second < 60; second++) {
            timer.move(Duration.ofSeconds(1).toNanos());
            for (Urgency urgency : List.of(Urgency.ACKNOWLEDGEMENT, Urgency.SEND, Urgency.OTHER, Urgency.POLL)) {
                try (Permit permit = budget.acquire(urgency, "caller", Duration.ZERO)) {
                    others += permit != null && permit.sent() ? 1 : 0;
                }
            }
        }

        assertEquals(22, hanging.size());
        assertTrue(others > 100, "others " + others);
        hanging.get(0).close();
        timer.move(Duration.ofSeconds(10).toNanos());
        assertEquals(23, hanging.size());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 5, 20 })
    void pollsLeaveHalfOfTheBurstToWhoeverHasSomethingToSay(int users) {
        budget.limit(2, 50);
        timer.move(Duration.ofMinutes(1).toNanos());
        for (int poll = 0; poll < 200; poll++) {
            String user = "user " + poll % users;
            budget.reserve(Urgency.POLL, user, timer, permit -> {
                permit.sent();
                permit.close();
            });
        }
        int[] sent = { 0 };
        for (int message = 0; message < 20; message++) {
            budget.reserve(Urgency.SEND, "sender", timer, permit -> {
                permit.sent();
                permit.close();
                sent[0]++;
            });
        }

        assertEquals(20, sent[0]);
    }
}
