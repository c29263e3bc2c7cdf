package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Polls of many consumers on few threads. */
class PollThreadsTest {

    private final CamelContext context = new DefaultCamelContext();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> started = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        goOn.countDown();
        context.stop();
    }

    private PollThreads threads(int size) {
        context.start();
        PollThreads threads = new PollThreads(context, size);
        ServiceHelper.startService(threads);
        return threads;
    }

    private Future<?> hang(PollThreads threads, String portal, boolean doubtful) {
        return threads.execute(portal, doubtful, () -> {
            started.add(portal);
            try {
                assertTrue(goOn.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void awaitStarted(String... portals) {
        Await.until(started::toString, () -> started.size() == portals.length, RouteTest.SOON);
        assertEquals(List.of(portals), started.stream().sorted().toList());
    }

    @Test
    void aPortalThatHangsTakesTwoAndLeavesTheRestToOthers() {
        PollThreads threads = threads(4);
        for (int i = 0; i < 10; i++) {
            hang(threads, "hanging", false);
        }
        hang(threads, "other", false);
        hang(threads, "third", false);

        awaitStarted("hanging", "hanging", "other", "third");
    }

    @Test
    void portalsThatFailedBeforeTakeAQuarterInAll() {
        PollThreads threads = threads(8);
        for (int i = 0; i < 10; i++) {
            hang(threads, "down " + i, true);
        }
        hang(threads, "up", false);

        awaitStarted("down 0", "down 1", "up");
    }

    @Test
    void portalsTakeTurns() throws Exception {
        PollThreads threads = threads(1);
        Future<?> first = hang(threads, "first", false);
        List<String> order = new CopyOnWriteArrayList<>();
        Future<?> last = null;
        for (String portal : List.of("a", "a", "a", "b", "c")) {
            last = threads.execute(portal, false, () -> order.add(portal));
        }
        goOn.countDown();
        first.get(20, TimeUnit.SECONDS);
        last.get(20, TimeUnit.SECONDS);

        Await.until(order::toString, () -> order.size() == 5, RouteTest.SOON);
        assertEquals(List.of("a", "b", "c", "a", "a"), order);
    }

    @Test
    void aPollThatIsCancelledFreesItsThread() throws Exception {
        PollThreads threads = threads(1);
        Future<?> hanging = hang(threads, "hanging", false);
        awaitStarted("hanging");
        Future<?> next = threads.execute("other", false, () -> started.add("other"));

        hanging.cancel(true);

        next.get(20, TimeUnit.SECONDS);
        assertEquals(List.of("hanging", "other"), started);
    }
}
