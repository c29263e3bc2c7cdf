package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Drives a delivery against a model of the portal with random interleavings of pages, completions, failures, filters,
 * closing and reopening, orderly and sudden restarts of ours, and all that {@link FicklePortal} does. Run one seed
 * again with {@code -Dseed=}.
 */
class DeliveryModelTest {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int STEPS = 1_000;
    private static final int ROOMY = 1 << 20;

    private final Set<Long> finished = new HashSet<>();
    private final Set<Long> finishedInThisRun = new HashSet<>();
    private final List<Handout> running = new ArrayList<>();
    private final Map<Long, Long> lastInChat = new HashMap<>();
    private final Set<Long> inHands = new HashSet<>();

    private Random random;
    private FicklePortal portal;
    private DeliveryOptions options;
    private Delivery delivery;
    private int everyNthUnwanted;
    private int pace;
    private boolean restores;
    private boolean closes;
    private boolean closed;
    private long highestHandedOut;
    private long bytesInHands;

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
        options = new DeliveryOptions(
                oneOf(1, 3, 8, DeliveryOptions.INDEPENDENT), random.nextInt(4) == 0, oneOf(1, 5, 20, 1000, 1000),
                oneOf(1, 7, 1000), oneOf(1, 300, 2_000, ROOMY, ROOMY), SETTLE, Duration.ofSeconds(5), Backoff.REDELIVERY);
        portal = new FicklePortal(random, options.limit());
        everyNthUnwanted = oneOf(0, 2, 5);
        restores = random.nextBoolean();
        closes = random.nextBoolean();
        pace = oneOf(200, 1_200);
        begin();
        if (isRoomy() && random.nextInt(4) == 0) {
            portal.flood();
        }
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        drain();
    }

    private int oneOf(int... values) {
        return values[random.nextInt(values.length)];
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> portal.record();
            case 5, 6 -> poll();
            case 7, 8 -> {
                poll();
                work();
            }
            case 9, 10, 11 -> take();
            case 12, 13, 14 -> complete(0.2);
            case 15, 16, 17 -> portal.advance(random.nextInt(pace));
            case 18 -> stopOrGoOn();
            default -> mishap();
        }
    }

    private void stopOrGoOn() {
        if (random.nextInt(40) == 0) {
            begin();
        } else if (closes && random.nextInt(closed ? 2 : 10) == 0) {
            closeOrReopen();
        } else if (random.nextInt(100) == 0) {
            stopInOrder();
            begin();
        }
    }

    private void mishap() {
        if (restores && random.nextInt(20) == 0) {
            portal.restore();
        } else if (random.nextInt(60) == 0) {
            portal.model.expire(Duration.ofMinutes(1));
        }
    }

    private void begin() {
        running.clear();
        finishedInThisRun.clear();
        lastInChat.clear();
        inHands.clear();
        bytesInHands = 0;
        closed = false;
        highestHandedOut = Long.MIN_VALUE;
        portal.readAnew();
        delivery = new Delivery(options, portal.nanos());
    }

    private void closeOrReopen() {
        closed = !closed;
        if (closed) {
            delivery.close();
        } else {
            delivery.reopen();
        }
    }

    /** What is finished by then does not come again, but above a row without room, or behind an event that fails. */
    private void stopInOrder() {
        delivery.close();
        closed = true;
        while (!running.isEmpty()) {
            complete(0);
        }
        for (int i = 0; i < 300; i++) {
            poll();
            take();
            complete(0);
            portal.advance(300);
        }
        if (isRoomy() && delivery.state().failing() == null) {
            portal.model.rows.values()
                    .forEach(row -> assertFalse(finishedInThisRun.contains(row.number()), "comes again: " + row));
        }
    }

    private boolean isRoomy() {
        return options.maxInFlight() == 1000 && options.maxBytes() == ROOMY;
    }

    private void poll() {
        boolean read = false;
        GetRequest request = request(read);
        for (int calls = 0; request != null; calls++) {
            assertTrue(calls < 1000, "a poll does not end");
            int before = portal.model.deleted.size();
            Reading reading = portal.answer(request);
            portal.model.deleted.subList(before, portal.model.deleted.size())
                    .forEach(row -> assertTrue(isOver(row), "deleted unfinished: " + row));
            receive(reading);
            read |= !request.isMereAcknowledgement();
            request = request.isMereAcknowledgement() && !closed ? null : request(read);
        }
    }

    private GetRequest request(boolean read) {
        return closed ? delivery.nextFinalRequest(portal.nanos(), read) : delivery.nextRequest(portal.nanos(), read);
    }

    private void receive(Reading reading) {
        List<Bitrix24ImEvent> wanted = new ArrayList<>();
        Arrivals arrivals = delivery.receive(reading, event -> {
            boolean unwanted = isUnwanted(FicklePortal.number(event));
            if (!unwanted) {
                wanted.add(event);
            }
            return unwanted;
        });
        for (Bitrix24ImEvent event : wanted.subList(0, arrivals.taken())) {
            assertTrue(bytesInHands < options.maxBytes(), "more than maxBytes");
            inHands.add(FicklePortal.number(event));
            bytesInHands += event.getSize();
        }
        assertEquals(inHands.size(), delivery.state().inFlight());
        assertTrue(inHands.size() <= options.maxInFlight(), "more in flight than maxInFlight");
        for (long id : arrivals.gone()) {
            assertTrue(portal.model.lost.stream().anyMatch(row -> row.id() == id), "said to be taken away: " + id);
        }
    }

    private boolean isUnwanted(long number) {
        return everyNthUnwanted > 0 && number % everyNthUnwanted == 0;
    }

    private boolean isOver(PortalModel.Row row) {
        return finished.contains(row.number()) || isUnwanted(row.number());
    }

    private void take() {
        boolean ready = delivery.hasReady(portal.nanos());
        Handout handout = delivery.take(portal.nanos());
        if (handout == null) {
            return;
        }
        assertTrue(ready, "nobody would have been told");
        for (Bitrix24ImEvent event : handout.events()) {
            long number = FicklePortal.number(event);
            assertFalse(isUnwanted(number), "handed out though unwanted: " + event);
            assertFalse(finishedInThisRun.contains(number), "handed out though done: " + event);
            assertTrue(running.stream().flatMap(other -> other.events().stream())
                    .noneMatch(other -> FicklePortal.number(other) == number), "handed out twice at once: " + event);
            assertTrue(!closed || event.getId() < highestHandedOut || handout.attempt() > 1,
                    "handed out though closed: " + event);
        }
        assertTrue(!closed || handout.first().getId() < highestHandedOut, "handed out again though closed: " + handout.first());
        assertTrue(running.size() < options.concurrency(), "more at once than concurrency");
        running.add(handout);
        handout.events().forEach(event -> highestHandedOut = Math.max(highestHandedOut, event.getId()));
    }

    private void work() {
        for (int i = 0; i < 8; i++) {
            take();
            complete(0);
        }
    }

    private void complete(double failing) {
        if (running.isEmpty()) {
            return;
        }
        Handout handout = running.remove(random.nextInt(running.size()));
        if (random.nextDouble() < failing) {
            delivery.failed(handout, portal.nanos());
            return;
        }
        for (Bitrix24ImEvent event : handout.events()) {
            finished.add(FicklePortal.number(event));
            finishedInThisRun.add(FicklePortal.number(event));
            inHands.remove(FicklePortal.number(event));
            bytesInHands -= event.getSize();
            inOrder(event);
        }
        boolean readOn = delivery.done(handout);
        assertTrue(readOn || !inHands.isEmpty() || !delivery.wantsMore(), "nobody reads on");
    }

    /** A late row comes late, and of what was restored the lower ids are the newer ones. */
    private void inOrder(Bitrix24ImEvent event) {
        boolean ordered = !portal.late && !portal.missesRows && !(closes && restores);
        if (ordered && options.concurrency() != DeliveryOptions.INDEPENDENT) {
            Long number = FicklePortal.number(event);
            Long before = lastInChat.put(options.concurrency() == 1 ? 0L : event.getChatId(), number);
            assertTrue(before == null || before < number, "out of order: " + event);
        }
    }

    private void drain() {
        portal.calmDown();
        if (closed) {
            closeOrReopen();
        }
        for (int i = 0; i < 20_000 && !portal.model.rows.isEmpty(); i++) {
            poll();
            work();
            portal.advance(300);
        }
        assertEquals(0, portal.model.rows.size(), "no progress");
        portal.model.recorded.forEach(row -> assertTrue(isOver(row), "never finished: " + row));
    }
}
