package io.github.camelbitrix24.im.consumer;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.SuspendableService;
import org.apache.camel.throttling.ThrottlingInflightRoutePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Routes that suspend and resume their consumer while events run, from whatever threads. */
class ThrottledRouteTest extends RouteTest {

    @ParameterizedTest
    @CsvSource({ "4, 2", "8, 1", "2, 1", "1, 1" })
    void aRoutePolicyThatSuspendsTheConsumer(int concurrency, int max) throws Exception {
        ThrottlingInflightRoutePolicy policy = new ThrottlingInflightRoutePolicy();
        policy.setMaxInflightExchanges(max);
        policy.setResumePercentOfMax(50);
        reader.subscribed();
        for (int i = 0; i < 200; i++) {
            portal.chat("chat" + (100 + i % 10)).members(7, 12);
            portal.user(12).says("chat" + (100 + i % 10), "message " + i);
        }
        routes(r -> r.from("bitrix24-im:events?" + FAST + "&limit=20&concurrency=" + concurrency).routeId("events")
                .routePolicy(policy)
                .process(e -> note(e)));

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen.stream().sorted().toList());
        CompletableFuture.runAsync(context::stop).get(30, TimeUnit.SECONDS);
    }

    @Test
    void whoeverResumesRunsNoRoute() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        reader.subscribed();
        for (int i = 0; i < 100; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        routes(r -> r.from("bitrix24-im:events?" + FAST + "&limit=10&concurrency=2").routeId("events").process(e -> {
            threads.add(Thread.currentThread());
            note(e);
        }));
        for (int i = 0; i < 30 && seen.size() < 100; i++) {
            context.getRouteController().suspendRoute("events");
            context.getRouteController().resumeRoute("events");
        }

        awaitAcknowledged();
        assertFalse(threads.contains(Thread.currentThread()));
        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void resumingDoesNotWaitForACallInProgress() throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + FAST).routeId("events").process(e -> note(e)));
        portal.await(p -> p.subscribed(7), SOON);
        CountDownLatch resumed = new CountDownLatch(1);
        Fault.Hang hanging = Fault.hang();
        portal.fail("im.v2.Event.get", hanging);
        await("a call in progress", () -> portal.underWay("im.v2.Event.get") == 1);
        Thread caller = new Thread(() -> {
            SuspendableService consumer = (SuspendableService) context.getRoute("events").getConsumer();
            consumer.suspend();
            consumer.resume();
            resumed.countDown();
        });
        caller.start();

        assertTrue(resumed.await(20, TimeUnit.SECONDS), "waits for the portal");
        hanging.release();
        portal.user(12).says("chat5", "hello");
        awaitAcknowledged();
    }
}
