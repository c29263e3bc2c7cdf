package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Drives a delivery against a model of the portal with random interleavings of pages, completions, failures, restarts
 * of ours, late rows, restores, expiry, answers that take their time, readings that miss rows, and rows dated by a node
 * whose clock is behind. Run one seed again with {@code -Dseed=}.
 */
class DeliveryModelTest {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int STEPS = 1_500;

    private final PortalModel portal = new PortalModel();
    private final Set<Long> finished = new HashSet<>();
    private final Set<Long> finishedInThisRun = new HashSet<>();
    private final List<Handout> running = new ArrayList<>();
    private final Map<Long, Long> lastInChat = new HashMap<>();

    private Random random;
    private DeliveryOptions options;
    private Delivery delivery;
    private final Set<Long> shown = new HashSet<>();
    private boolean missesRows;
    private boolean glitches;
    private boolean glitch;

    @RepeatedTest(200)
    void nothingIsAcknowledgedUnfinishedAndEverythingIsFinished(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 7_000L + repetition.getCurrentRepetition());
        try {
            run(seed);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private void run(long seed) {
        random = new Random(seed);
        int concurrency = List.of(1, 3, 8, DeliveryOptions.INDEPENDENT).get(random.nextInt(4));
        int limit = List.of(1, 5, 20, 1000).get(random.nextInt(4));
        int maxInFlight = List.of(1, 7, 1000).get(random.nextInt(3));
        options = new DeliveryOptions(
                concurrency, random.nextInt(4) == 0, limit, maxInFlight, 1 << 20, SETTLE, Duration.ofSeconds(5),
                Backoff.REDELIVERY);
        missesRows = random.nextBoolean();
        glitches = missesRows;
        restart();
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        drain();
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> portal.record(random.nextInt(5), random.nextInt(3), delay(), behind());
            case 5, 6, 7, 8 -> poll();
            case 9, 10, 11 -> take();
            case 12, 13, 14 -> complete(0.2);
            case 15, 16, 17 -> advance(random.nextInt(1200));
            case 18 -> {
                if (random.nextInt(40) == 0) {
                    restart();
                }
            }
            default -> {
                if (random.nextInt(20) == 0) {
                    // a restore takes longer than a reading stays fresh
                    advance(1_500);
                    portal.restore(random.nextInt(50));
                    for (int i = random.nextInt(30); i > 0; i--) {
                        portal.record(random.nextInt(5), random.nextInt(3), Duration.ZERO);
                    }
                    advance(1_500);
                } else if (random.nextInt(60) == 0) {
                    portal.expire(Duration.ofMinutes(1));
                }
            }
        }
    }

    /** Rows become visible within settleTime, and with limit 1 or 5 progress goes before it: no late rows then. */
    private Duration delay() {
        return options.limit() < 1000 || random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMillis(random.nextInt(1900));
    }

    /** Of a row that is there at the first reading only its date tells how old it is. */
    private Duration behind() {
        boolean datedByAnother = options.limit() == 1000 && delivery.readings() > 0 && random.nextInt(3) == 0;
        return datedByAnother ? Duration.ofSeconds(5) : Duration.ZERO;
    }

    private void restart() {
        glitch = false;
        running.clear();
        finishedInThisRun.clear();
        lastInChat.clear();
        delivery = new Delivery(options, nanos());
    }

    private void poll() {
        GetRequest request = delivery.nextRequest(nanos(), false);
        for (int calls = 0; request != null; calls++) {
            assertTrue(calls < 1000, "a poll does not end");
            int before = portal.deleted.size();
            long askedAt = nanos();
            takeTime();
            EventPage page = page(request);
            Instant portalTime = portal.now;
            takeTime();
            Reading reading = new Reading(request, page, portalTime, askedAt, nanos());
            portal.deleted.subList(before, portal.deleted.size())
                    .forEach(row -> assertTrue(finished.contains(row.number()), "deleted unfinished: " + row));
            delivery.receive(reading, event -> false);
            boolean last = request.isMereAcknowledgement();
            request = last ? null : delivery.nextRequest(nanos(), true);
        }
        DeliveryState state = delivery.state();
        assertTrue(state.inFlight() <= options.maxInFlight(), "more in flight than maxInFlight: " + state);
    }

    /** On the way there, or back; rows are recorded, and become visible, meanwhile. */
    private void takeTime() {
        if (random.nextInt(5) == 0) {
            advance(random.nextInt(1_500));
            if (random.nextBoolean()) {
                portal.record(random.nextInt(5), random.nextInt(3), delay(), behind());
            }
        }
    }

    /** A reading that misses rows is followed by one that does not. */
    private EventPage page(GetRequest request) {
        EventPage page = portal.get(request);
        glitch = !glitch && glitches && random.nextInt(10) == 0;
        if (!glitch) {
            page.events().forEach(event -> shown.add(number(event)));
            return page;
        }
        boolean everything = random.nextBoolean();
        return new EventPage(
                page.events().stream().filter(event -> !everything && (!shown.contains(number(event)) || random.nextBoolean()))
                        .toList(),
                page.hasMore() || random.nextBoolean());
    }

    private void take() {
        Handout handout = delivery.take(nanos());
        if (handout != null) {
            for (Bitrix24ImEvent event : handout.events()) {
                assertTrue(running.stream().flatMap(other -> other.events().stream())
                        .noneMatch(other -> number(other) == number(event)), "handed out twice at once: " + event);
                assertTrue(!finishedInThisRun.contains(number(event)), "handed out though done: " + event);
            }
            assertTrue(running.size() < options.concurrency(), "more at once than concurrency");
            running.add(handout);
        }
    }

    private void complete(double failing) {
        if (running.isEmpty()) {
            return;
        }
        Handout handout = running.remove(random.nextInt(running.size()));
        if (random.nextDouble() < failing) {
            delivery.failed(handout, nanos());
            return;
        }
        for (Bitrix24ImEvent event : handout.events()) {
            finished.add(number(event));
            finishedInThisRun.add(number(event));
            inOrder(event);
        }
        delivery.done(handout);
    }

    private void inOrder(Bitrix24ImEvent event) {
        if (missesRows) {
            return;
        }
        if (options.concurrency() != DeliveryOptions.INDEPENDENT && options.limit() == 1000) {
            return;
        }
        if (options.concurrency() != DeliveryOptions.INDEPENDENT) {
            Long before = lastInChat.put(options.concurrency() == 1 ? 0L : event.getChatId(), number(event));
            assertTrue(before == null || before < number(event), "out of order: " + event);
        }
    }

    private void drain() {
        glitches = false;
        for (int i = 0; i < 20_000 && !portal.rows.isEmpty(); i++) {
            poll();
            take();
            complete(0);
            advance(300);
        }
        assertEquals(0, portal.rows.size(), "no progress");
        portal.recorded.forEach(row -> assertTrue(finished.contains(row.number()), "never finished: " + row));
    }

    private void advance(int millis) {
        portal.now = portal.now.plusMillis(millis);
    }

    private long nanos() {
        return portal.now.toEpochMilli() * 1_000_000;
    }

    private static long number(Bitrix24ImEvent event) {
        return (Long) event.getData().get("n");
    }
}
