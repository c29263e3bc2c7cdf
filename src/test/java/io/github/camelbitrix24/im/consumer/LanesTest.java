package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Several chats at once, each in its own order.
 */
class LanesTest extends RouteTest {

    private final Map<Long, List<Long>> seenByChat = new ConcurrentHashMap<>();

    @Test
    void chatsRunSideBySideAndEachKeepsItsOrder() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        CountDownLatch allEight = new CountDownLatch(8);
        start(FAST + "&concurrency=8", exchange -> {
            peak.accumulateAndGet(running.incrementAndGet(), Math::max);
            allEight.countDown();
            assertTrue(allEight.await(20, TimeUnit.SECONDS), "eight chats were never worked on at once");
            noteByChat(exchange);
            running.decrementAndGet();
        });
        talk(440, 11);

        await("all seen", () -> seen.size() == 440);
        context.stop();
        assertEquals(8, peak.get());
        assertEquals(440, seen.stream().distinct().count());
        seenByChat.values().forEach(ids -> assertEquals(ids.stream().sorted().toList(), ids));
        assertEquals(0, portal.pending(7).size());
    }

    @Test
    void anEventWaitsForTheOneBeforeItEvenBehindSeda() throws Exception {
        routes(r -> {
            r.from("bitrix24-im:events?concurrency=4&" + FAST).to("seda:work");
            r.from("seda:work?concurrentConsumers=8&pollTimeout=50").process(LanesTest.this::noteByChat);
        });
        portal.await(p -> p.subscribed(7), SOON);
        talk(200, 4);

        await("all seen", () -> seen.size() == 200);
        seenByChat.values().forEach(ids -> assertEquals(ids.stream().sorted().toList(), ids));
    }

    @Test
    void aFailingChatHoldsUpNoOtherButTheAcknowledgement() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        start(FAST + "&concurrency=2", exchange -> {
            if (exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class) == 100) {
                failures.incrementAndGet();
                throw new IllegalStateException("on purpose");
            }
            noteByChat(exchange);
        });
        talk(40, 4);

        await("three chats seen and one tried twice", () -> seen.size() == 30 && failures.get() >= 2);
        assertEquals(40, portal.pending(7).size(), "chat 100 spoke first: nothing may be acknowledged");
    }

    @Test
    void anEventWithoutAChatWaitsForNobody() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        start(FAST + "&concurrency=2", exchange -> {
            both.countDown();
            assertTrue(both.await(20, TimeUnit.SECONDS), "they were never worked on at once");
            note(exchange);
        });
        portal.record(7, "ONIMV2WEIRD", "{\"a\":1}");
        portal.record(7, "ONIMV2WEIRD", "{\"a\":2}");

        await("both seen", () -> seen.size() == 2);
        awaitAcknowledged();
    }

    @Test
    void floodingChatsStarveNobody() throws Exception {
        AtomicInteger floods = new AtomicInteger();
        CountDownLatch others = new CountDownLatch(4);
        // all of it is in one page, so that what is chosen next does not hang on when a poll takes place
        reader.subscribed();
        for (int i = 0; i < 300; i++) {
            portal.user(12).says("chat" + (100 + i % 2), "flood " + i);
        }
        for (int chat = 102; chat < 106; chat++) {
            portal.user(12).says("chat" + chat, "I am here, too");
        }
        start(FAST + "&concurrency=2", exchange -> {
            if (exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class) > 101) {
                others.countDown();
            } else if (floods.incrementAndGet() > 20) {
                // whoever is offered only floods by now waits in vain, with both threads
                assertTrue(others.await(20, TimeUnit.SECONDS), "starved behind " + floods);
            }
            noteByChat(exchange);
        });

        await("all seen", () -> seen.size() == 304);
        assertEquals(0, others.getCount());
        assertEquals(6, seenByChat.size());
    }

    @Test
    void atMostMaxInFlightEventsAreHandedOut() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        start(FAST + "&concurrency=50&maxInFlight=5", exchange -> {
            peak.accumulateAndGet(running.incrementAndGet(), Math::max);
            noteByChat(exchange);
            running.decrementAndGet();
        });
        talk(100, 50);

        await("all seen", () -> seen.size() == 100);
        assertTrue(peak.get() <= 5, "in flight: " + peak);
        awaitAcknowledged();
    }

    private void talk(int events, int chats) {
        for (int i = 0; i < events; i++) {
            portal.user(12).says("chat" + (100 + i % chats), "message " + i);
        }
    }

    private void noteByChat(Exchange exchange) {
        note(exchange);
        seenByChat.computeIfAbsent(exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class),
                chat -> new CopyOnWriteArrayList<>())
                .add(exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, Long.class));
    }
}
