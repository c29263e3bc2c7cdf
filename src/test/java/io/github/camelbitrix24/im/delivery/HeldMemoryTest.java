package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The memory of events in our hands is bounded, whole pages that they are parts of included. */
class HeldMemoryTest {

    private static final int TEXT = 500;

    private final List<String> queue = new ArrayList<>();
    private long nextId = 1;
    private long now;

    @Test
    void eventsThatStayDoNotHoldThePagesTheyCameWith() {
        Delivery delivery = delivery(2, 100 * TEXT);
        for (int poll = 0; poll < 400; poll++) {
            record();
            now += 1_000_000;
            read(delivery);
            for (Handout handout = delivery.take(now); handout != null; handout = delivery.take(now)) {
                delivery.failed(handout, now);
            }
            assertTrue(delivery.heldBytes() <= 110L * (TEXT + 200) + pageSize(), delivery.heldBytes() + " bytes after " + poll);
        }
        assertTrue(delivery.state().inFlight() >= 50, "it does take what there is room for");
    }

    @Test
    void whatIsDoneIsLetGo() {
        Delivery delivery = delivery(1, 1 << 20);
        IntStream.range(0, 50).forEach(i -> record());
        read(delivery);
        assertTrue(delivery.heldBytes() >= 50 * TEXT);
        for (Handout handout = delivery.take(now); handout != null; handout = delivery.take(now)) {
            delivery.done(handout);
        }
        assertEquals(0, delivery.heldBytes());
    }

    @Test
    void anEventKeptApartReadsAsBefore() {
        Delivery delivery = delivery(2, 1 << 20);
        IntStream.range(0, 20).forEach(i -> record());
        read(delivery);
        Handout handout = delivery.take(now);
        Bitrix24ImEvent event = handout.first();
        String json = event.getJson();
        String text = event.getMessage().getText();
        delivery.failed(handout, now);

        assertEquals(json, event.getJson());
        assertEquals(text, event.getMessage().getText());
        assertEquals(1L, event.getChat().getId());
        assertEquals(event.toByteArray().length, event.getSize());
    }

    @RepeatedTest(50)
    void whatIsHeldIsNeverMoreThanIsCounted(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 900L + repetition.getCurrentRepetition());
        Random random = new Random(seed);
        Delivery delivery = delivery(1 + random.nextInt(8), 20 * TEXT);
        List<Handout> running = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            now += 100_000_000;
            switch (random.nextInt(4)) {
                case 0 -> record();
                case 1 -> read(delivery);
                case 2 -> {
                    Handout handout = delivery.take(now);
                    if (handout != null) {
                        running.add(handout);
                    }
                }
                default -> {
                    if (!running.isEmpty()) {
                        Handout handout = running.remove(random.nextInt(running.size()));
                        if (random.nextBoolean()) {
                            delivery.failed(handout, now);
                        } else {
                            delivery.done(handout);
                        }
                    }
                }
            }
            long least = (long) delivery.state().inFlight() * TEXT;
            assertTrue(delivery.heldBytes() >= least, "seed " + seed + ": counts " + delivery.heldBytes() + " of " + least);
        }
        while (delivery.state().inFlight() > 0) {
            now += 100_000_000_000L;
            for (Handout handout = delivery.take(now); handout != null; handout = delivery.take(now)) {
                running.add(handout);
            }
            running.forEach(delivery::done);
            running.clear();
        }
        assertEquals(0, delivery.heldBytes(), "seed " + seed);
    }

    private static Delivery delivery(int concurrency, long maxBytes) {
        return new Delivery(
                new DeliveryOptions(
                        concurrency, false, 1000, 1000, maxBytes, Duration.ZERO, Duration.ofSeconds(5), Backoff.REDELIVERY),
                0);
    }

    private void record() {
        queue.add(
                "{\"eventId\":%d,\"type\":\"ONIMV2MESSAGEADD\",\"date\":\"2026-08-21T12:00:00+03:00\",\"data\":{\"message\":{\"text\":\"%s\"},\"chat\":{\"id\":%d}}}"
                        .formatted(nextId, "x".repeat(TEXT), nextId));
        nextId++;
    }

    private long pageSize() {
        return queue.stream().mapToLong(String::length).sum();
    }

    private void read(Delivery delivery) {
        delivery.receive(
                new Reading(
                        GetRequest.harmless(1000), PortalGlitchesTest.page(false, queue.toArray(String[]::new)), Instant.EPOCH,
                        now, now),
                event -> false);
    }
}
