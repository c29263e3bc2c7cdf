package io.github.camelbitrix24.im;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.consumer.ReaderRegistry;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.RepeatedTest;

import static org.junit.jupiter.api.Assertions.assertNull;

/** Several threads use the component for the first time, and Camel starts it for one of them. */
class FirstUseTest {

    @RepeatedTest(10)
    void nobodyFindsItHalfStarted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier together = new CyclicBarrier(8);
        try (PortalEmulator portal = PortalEmulator.start(); CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("reader", new WebhookCredentials(portal.user(7).webhook()));
            context.start();
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(() -> {
                    together.await();
                    try (ConsumerTemplate template = context.createConsumerTemplate()) {
                        assertNull(template.receiveNoWait(
                                "bitrix24-im:events?credentials=#reader&requestsPerSecond=0&" + RouteTest.FAST));
                    }
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
            assertNull(ReaderRegistry.of(context).readers(Object.class).stream().findAny().orElse(null), "a claim is left");
        } finally {
            threads.shutdownNow();
        }
    }
}
