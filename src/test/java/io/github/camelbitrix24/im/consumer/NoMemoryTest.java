package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** There is no memory for the next poll to be scheduled. */
class NoMemoryTest extends RouteTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 3 })
    void thePollerGoesOn(int times) throws Exception {
        AtomicInteger scheduled = new AtomicInteger();
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Executors.defaultThreadFactory()) {
            @Override
            public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
                int call = scheduled.incrementAndGet();
                if (call > 3 && call <= 3 + times) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return super.schedule(command, delay, unit);
            }
        };
        context.getRegistry().bind("executor", executor);
        routes(r -> r.from("bitrix24-im:events?" + FAST + "&scheduledExecutorService=#executor").process(e -> note(e)));
        await("a schedule that failed", () -> scheduled.get() > 3);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertTrue(scheduled.get() > 3 + times);
        executor.shutdownNow();
    }
}
