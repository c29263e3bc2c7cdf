package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.StatefulService;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What a stop finishes, what it acknowledges, and what it leaves.
 */
class StopTest extends RouteTest {

    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void aStopFinishesWhatIsRunningAndAcknowledgesIt() throws Exception {
        start(FAST, exchange -> {
            assertTrue(goOn.await(20, TimeUnit.SECONDS));
            note(exchange);
        });
        portal.user(12).says("chat5", "running");
        portal.user(12).says("chat5", "waiting");
        await("one running", () -> context.getInflightRepository().size() == 1);
        CompletableFuture<Void> stop = stop();
        await("the stop under way", this::isClosed);
        assertFalse(stop.isDone());
        goOn.countDown();

        stop.get(20, TimeUnit.SECONDS);
        List<Long> ids = portal.recorded(7);
        assertEquals(List.of(ids.get(0)), seen);
        assertEquals(List.of(ids.get(0)), portal.acknowledged(7));
        assertEquals(List.of(ids.get(1)), portal.pending(7));
    }

    @Test
    void aStopWaitsUntilTheLastEventsAreSettled() throws Exception {
        start(QUICK + "&settleTime=1500", this::note);
        portal.user(12).says("chat5", "just now");
        await("seen", () -> seen.size() == 1);

        context.stop();
        assertEquals(portal.recorded(7), portal.acknowledged(7));
    }

    @Test
    void aSuspendedRouteAcknowledgesWhatItHasDone() throws Exception {
        start(QUICK + "&settleTime=1500", this::note);
        portal.user(12).says("chat5", "just now");
        await("seen", () -> seen.size() == 1);

        context.getRouteController().suspendRoute("events");

        awaitAcknowledged();
        assertTrue(isClosed());
    }

    @Test
    void aStopWorksOnWhatStandsBelowFinishedEvents() throws Exception {
        portal.chat("chat6").members(7, 12);
        reader.subscribed();
        portal.user(12).says("chat5", "running");
        portal.user(12).says("chat5", "waits for it");
        portal.user(12).says("chat6", "done meanwhile");
        portal.user(12).says("chat5", "above all that was begun");
        start(QUICK + "&settleTime=0&concurrency=2", exchange -> {
            if (exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class) == 5) {
                assertTrue(goOn.await(20, TimeUnit.SECONDS));
            }
            note(exchange);
        });
        await("chat6 done", () -> seen.size() == 1);
        CompletableFuture<Void> stop = stop();
        await("the stop under way", this::isClosed);
        goOn.countDown();

        stop.get(20, TimeUnit.SECONDS);
        List<Long> ids = portal.recorded(7);
        assertEquals(List.of(ids.get(2), ids.get(0), ids.get(1)), seen);
        assertEquals(List.of(ids.get(3)), portal.pending(7));
    }

    @Test
    void whatDoesNotFinishWithinTheShutdownTimeComesAgain() throws Exception {
        start(FAST, exchange -> {
            assertTrue(goOn.await(20, TimeUnit.SECONDS));
            note(exchange);
        });
        portal.user(12).says("chat5", "it takes too long");
        await("one running", () -> context.getInflightRepository().size() == 1);
        context.getShutdownStrategy().setTimeout(1);

        context.stop();
        goOn.countDown();
        assertEquals(portal.recorded(7), portal.pending(7));
    }

    @Test
    void whatCannotBeAcknowledgedAtTheStopComesAgain() throws Exception {
        start(QUICK + "&settleTime=60s&connectTimeout=500", this::note);
        portal.user(12).says("chat5", "hello");
        await("seen", () -> seen.size() == 1);
        stopUnacknowledged();
        assertEquals(portal.recorded(7), portal.pending(7));

        context.getRouteController().startRoute("events");
        awaitAcknowledged();
        assertEquals(List.of(seen.get(0), seen.get(0)), seen);
    }

    /** Camel does not tell a consumer for how long somebody is ready to wait for a single route. */
    @Test
    void aRouteThatIsStoppedWithATimeOfItsOwnTakesNoLonger() throws Exception {
        context.getShutdownStrategy().setTimeout(3600);
        start(QUICK + "&settleTime=600s", this::note);
        portal.user(12).says("chat5", "hello");
        await("the event", () -> seen.size() == 1);

        assertTimeoutPreemptively(SOON, () -> context.getRouteController().stopRoute("events", 1, TimeUnit.SECONDS));
        assertEquals(portal.recorded(7), portal.pending(7), "it comes again");
    }

    @Test
    void aStopDoesNotWaitForAnEventThatFails() throws Exception {
        portal.chat("chat6").members(7, 12);
        start(QUICK + "&settleTime=0&concurrency=2", exchange -> {
            if (goOn.getCount() > 0 && exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class) == 5) {
                throw new IllegalStateException("on purpose");
            }
            note(exchange);
        });
        portal.user(12).says("chat5", "it fails");
        portal.user(12).says("chat6", "done above it");
        await("chat6", () -> seen.size() == 1);
        context.getRouteController().stopRoute("events");
        List<Long> ids = portal.recorded(7);
        assertEquals(ids, portal.pending(7));

        goOn.countDown();
        context.getRouteController().startRoute("events");
        awaitAcknowledged();
        assertEquals(List.of(ids.get(1), ids.get(0), ids.get(1)).stream().sorted().toList(), seen.stream().sorted().toList());
    }

    private CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(context::stop);
    }

    /** Camel suspends a consumer first, and stops it when nothing is in flight any more. */
    private boolean isClosed() {
        return ((StatefulService) context.getRoute("events").getConsumer()).isSuspended();
    }
}
