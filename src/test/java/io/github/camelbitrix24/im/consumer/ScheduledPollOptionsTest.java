package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.Bitrix24ImNotAuthorisedException;
import io.github.camelbitrix24.im.Bitrix24ImNotPermittedException;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The options that all of Camel's scheduled pollers share do here what Camel users know. */
class ScheduledPollOptionsTest extends PollTest {

    private int gets() {
        return portal.calls("im.v2.Event.get").size();
    }

    private void polls(int times) {
        for (int i = 0; i < times; i++) {
            hand.runNext();
        }
    }

    @Test
    void repeatCountEndsThePolling() throws Exception {
        startNoting("&repeatCount=3");

        while (!hand.isIdle()) {
            hand.runNext();
        }

        assertEquals(3, gets());
    }

    @Test
    void startSchedulerFalseWaitsUntilSomebodyStartsIt() throws Exception {
        startNoting("&startScheduler=false");
        assertTrue(hand.isIdle());

        eventConsumer().startScheduler();
        hand.runNext();

        assertTrue(portal.subscribed(7));
    }

    @Test
    void sendEmptyMessageWhenIdleSendsOneForEachPollWithoutEvents() throws Exception {
        AtomicInteger empty = new AtomicInteger();
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND + "&sendEmptyMessageWhenIdle=true").routeId("events")
                .choice().when(r.body().isNull()).process(e -> empty.incrementAndGet())
                .otherwise().process(e -> note(e)));
        polls(2);
        assertEquals(2, empty.get());

        portal.user(12).says("chat5", "hello");
        polls(1);
        await("one event", () -> seen.size() == 1);

        assertEquals(2, empty.get());
    }

    @ParameterizedTest
    @CsvSource({ "backoffIdleThreshold, false", "backoffErrorThreshold, true" })
    void backoffMultiplierSkipsPollsAfterAThreshold(String threshold, boolean failing) throws Exception {
        startNoting("&backoffMultiplier=3&" + threshold + "=2");
        if (failing) {
            portal.fail("im.v2.Event.get", Fault.html(502), 100);
        }

        polls(10);

        // the third attempt of each three is made: polls 1, 2, 5, 6, 9 and 10
        assertEquals(6, gets());
    }

    @Test
    void greedyPollsAgainAtOnceWhileEventsCome() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        startNoting("&greedy=true");

        polls(1);

        assertTrue(gets() >= 1);
        pollUntil("acknowledged", () -> portal.pending(7).isEmpty());
        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void greedyDoesNotHammerThePortalWhileAnEventFails() throws Exception {
        reader.subscribed();
        AtomicInteger attempts = new AtomicInteger();
        portal.user(12).says("chat5", "hello");
        routes(r -> r.from("bitrix24-im:events?greedy=true&" + FAST).routeId("events").process(e -> attempts.incrementAndGet())
                .throwException(new IllegalStateException("on purpose")));

        await("two attempts", () -> attempts.get() == 2);

        assertTrue(gets() <= 3, portal::describe);
    }

    @Test
    void bridgeErrorHandlerSendsWhatAPollThrowsToTheRoute() throws Exception {
        List<Exception> handled = new CopyOnWriteArrayList<>();
        routes(r -> {
            r.onException(Bitrix24ImException.class).handled(true)
                    .process(e -> handled.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
            r.from("bitrix24-im:events?bridgeErrorHandler=true&" + BY_HAND).routeId("events").process(e -> note(e));
        });
        hand.runNext();
        portal.fail("im.v2.Event.get", Fault.error("insufficient_scope"));

        hand.runNext();

        assertEquals("insufficient_scope",
                assertInstanceOf(Bitrix24ImNotPermittedException.class, handled.get(0)).getCode());
        portal.user(12).says("chat5", "hello");
        pollUntil("one event", () -> seen.size() == 1);
        assertEquals(1, handled.size());
    }

    @Test
    void anExceptionHandlerTakesThePlaceOfTheLog() throws Exception {
        List<Throwable> handled = new CopyOnWriteArrayList<>();
        context.getRegistry().bind("handler", new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                handled.add(exception);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                handled.add(exception);
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                handled.add(exception);
                assertNull(exchange);
            }
        });
        portal.fail("im.v2.Event.subscribe", Fault.error("INVALID_CREDENTIALS"));
        startNoting("&exceptionHandler=#handler");

        hand.runNext();

        assertEquals(1, handled.size());
        assertInstanceOf(Bitrix24ImNotAuthorisedException.class, handled.get(0));
        assertEquals(List.of(), log.ownMessages());
    }

    @Test
    void theUsersExecutorIsLeftRunning() throws Exception {
        startNoting("");
        hand.runNext();

        context.stop();

        assertFalse(hand.isShutdown());
        assertTrue(hand.isIdle());
    }

    @ParameterizedTest
    @CsvSource({ "delay=7&timeUnit=SECONDS&initialDelay=3, 3, 7", "delay=9s, 1, 9", "initialDelay=2000&delay=1m, 2, 60" })
    void delaysAreAsWritten(String options, int initialSeconds, int seconds) throws Exception {
        routes(r -> r.from("bitrix24-im:events?scheduledExecutorService=#hand&" + options).routeId("events")
                .process(e -> note(e)));

        assertEquals(Duration.ofSeconds(initialSeconds), hand.runNext());
        long pause = hand.pause().toMillis();
        assertTrue(pause >= seconds * 1000L && pause <= seconds * 1100L, () -> pause + " ms");
    }
}
