package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.KeptMemory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The memory of events in our hands is bounded, whole pages that they are parts of included. */
class HeldMemoryTest {

    private static final int TEXT = 500;

    private final List<String> queue = new ArrayList<>();
    private final Set<Bitrix24ImEvent> inHands = new HashSet<>();
    private long nextId = 1000;
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
            long kept = KeptMemory.of(inHands);
            assertTrue(kept <= 110L * (TEXT + 200) + pageSize(), kept + " bytes after " + poll);
        }
        assertTrue(delivery.state().inFlight() >= 50, "it does take what there is room for");
    }

    @Test
    void whatIsDoneMakesRoom() {
        Delivery delivery = delivery(1, 20 * TEXT);
        int room = fill(delivery);
        assertTrue(room > 0 && room < 20, "room for " + room);
        for (int i = 0; i < 10; i++) {
            finish(delivery.take(now), delivery);
            assertEquals(room - 1, delivery.state().inFlight());
            record();
            read(delivery);
            assertEquals(room, delivery.state().inFlight());
        }
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
        assertEquals(1000L, event.getChat().getId());
        assertEquals(event.toByteArray().length, event.getSize());
    }

    @RepeatedTest(50)
    void whatIsKeptIsBoundedAndLetGo(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 900L + repetition.getCurrentRepetition());
        Random random = new Random(seed);
        int concurrency = 1 + random.nextInt(8);
        long maxBytes = 20 * TEXT;
        Delivery delivery = delivery(concurrency, maxBytes);
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
                            finish(handout, delivery);
                        }
                    }
                }
            }
            // one page passes the bound, and an event that has failed has its own bytes beside those of its page
            long kept = KeptMemory.of(inHands);
            assertTrue(kept <= 2 * (maxBytes + pageSize()), "seed " + seed + ": keeps " + kept);
        }
        while (delivery.state().inFlight() > 0) {
            now += 100_000_000_000L;
            for (Handout handout = delivery.take(now); handout != null; handout = delivery.take(now)) {
                running.add(handout);
            }
            running.forEach(handout -> finish(handout, delivery));
            running.clear();
        }
        assertEquals(Set.of(), inHands, "seed " + seed);
        assertEquals(fill(delivery(concurrency, maxBytes)), fill(delivery), "seed " + seed + ": room for");
    }

    /** How many events there is room for, of those that come one by one. */
    private int fill(Delivery delivery) {
        queue.clear();
        do {
            record();
            read(delivery);
        } while (delivery.state().inFlight() == queue.size());
        return delivery.state().inFlight();
    }

    private void finish(Handout handout, Delivery delivery) {
        handout.events().forEach(inHands::remove);
        delivery.done(handout);
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
        List<Bitrix24ImEvent> wanted = new ArrayList<>();
        Arrivals arrivals = delivery.receive(
                new Reading(
                        GetRequest.harmless(1000), PortalGlitchesTest.page(false, queue.toArray(String[]::new)), Instant.EPOCH,
                        now, now),
                event -> !wanted.add(event));
        inHands.addAll(wanted.subList(0, arrivals.taken()));
    }
}
