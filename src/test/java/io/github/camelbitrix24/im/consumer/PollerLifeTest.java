package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.PollTest;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;

/** Whatever is thrown while it polls, a consumer polls on. */
class PollerLifeTest extends PollTest {

    /** What the next request throws before it is sent. */
    private final AtomicReference<Throwable> next = new AtomicReference<>();

    static Stream<Named<Supplier<Throwable>>> throwables() {
        return Stream.of(
                named("RuntimeException", () -> new IllegalStateException("on purpose")),
                named("StackOverflowError", () -> new StackOverflowError("on purpose")),
                named("NoClassDefFoundError", () -> new NoClassDefFoundError("on/purpose")),
                named("OutOfMemoryError", () -> new OutOfMemoryError("on purpose")),
                named("AssertionError", () -> new AssertionError("on purpose")));
    }

    @BeforeEach
    void throwFromRequests() {
        context.getComponent("http", HttpComponent.class)
                .setHttpClientConfigurer(client -> client.addRequestInterceptorFirst((request, entity, http) -> {
                    Throwable thrown = next.getAndSet(null);
                    if (thrown instanceof RuntimeException e) {
                        throw e;
                    } else if (thrown instanceof Error e) {
                        throw e;
                    }
                }));
    }

    private void hearsAgain() {
        int before = seen.size();
        portal.user(12).says("chat5", "hello");
        pollUntil("one more event", () -> seen.size() == before + 1);
        assertEquals(portal.recorded(7), seen);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whatARequestThrowsIsReportedAndThePollerLives(Supplier<Throwable> thrown) throws Exception {
        startNoting("");
        hand.runNext();
        next.set(thrown.get());

        hand.runNext();

        assertEquals(State.DOWN, health().getState());
        assertTrue(hand.pause().toMillis() >= 800, hand.pause()::toString);
        assertEquals(1, log.linesWith("on").stream()
                .filter(line -> line.startsWith("WARN") && line.contains("purpose")).count());
        hearsAgain();
        assertEquals(State.UP, health().getState());
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void theConsumersOwnSchedulerLivesToo(Supplier<Throwable> thrown) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + FAST).process(e -> note(e)));
        portal.await(p -> p.subscribed(7), SOON);
        next.set(thrown.get());
        await("thrown", () -> next.get() == null);

        portal.user(12).says("chat5", "hello");

        await("one event", () -> seen.size() == 1);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void anExceptionHandlerThatThrowsDoesNotEndIt(Supplier<Throwable> thrown) throws Exception {
        context.getRegistry().bind("handler", new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                handleException(null, exception);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                Throwable error = thrown.get();
                if (error instanceof Error e) {
                    throw e;
                }
                throw (RuntimeException) error;
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                handleException(message, exception);
            }
        });
        startNoting("&exceptionHandler=#handler");
        hand.runNext();
        next.set(new IllegalStateException("first"));

        hand.runNext();

        assertFalse(hand.isIdle());
        hearsAgain();
    }

    @Test
    void errorsAgainAndAgainMakePausesGrow() throws Exception {
        startNoting("");
        hand.runNext();
        for (int i = 0; i < 8; i++) {
            next.set(new StackOverflowError("on purpose"));
            hand.runNext();
        }

        assertTrue(hand.pause().toSeconds() >= 48, hand.pause()::toString);
        hearsAgain();
    }
}
