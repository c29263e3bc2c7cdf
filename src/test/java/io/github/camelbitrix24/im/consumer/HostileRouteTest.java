package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImStateChangedEvent;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever the code around an event throws, and wherever: the event comes again, and others are not held up for ever.
 */
class HostileRouteTest extends RouteTest {

    private final AtomicInteger calls = new AtomicInteger();

    private void twoEventsFor(String options, Processor work) throws Exception {
        routes(r -> {
            r.errorHandler(r.noErrorHandler());
            r.from("bitrix24-im:events?" + FAST + options).routeId("events").process(work);
        });
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
    }

    private void once(Throwable thrown) {
        if (calls.incrementAndGet() == 1) {
            sneak(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    static Stream<Throwable> thrown() {
        return Stream.of(new IllegalStateException("on purpose"), new OutOfMemoryError("on purpose"),
                new StackOverflowError("on purpose"), new NoClassDefFoundError("on purpose"), new Exception("on purpose"),
                new IllegalStateException() {

                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("its text cannot be had");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aRoute(Throwable thrown) throws Exception {
        twoEventsFor("", e -> {
            once(thrown);
            note(e);
        });
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void anExceptionHandler(Throwable thrown) throws Exception {
        context.getRegistry().bind("handler", new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                once(thrown);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                once(thrown);
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                once(thrown);
            }
        });
        twoEventsFor("&breakOnFirstError=false&exceptionHandler=#handler", e -> {
            note(e);
            throw new IllegalStateException("always");
        });
        awaitAcknowledged();
        List<Long> ids = portal.recorded(7);
        assertEquals(List.of(ids.get(0), ids.get(0), ids.get(1)), seen);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aRepositoryThatCannotTell(Throwable thrown) throws Exception {
        context.getRegistry().bind("finished", (IdempotentRepository) new MemoryIdempotentRepository() {
            @Override
            public boolean contains(String key) {
                once(thrown);
                return super.contains(key);
            }
        });
        twoEventsFor("&idempotentRepository=#finished", this::note);
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aRepositoryThatDoesNotTake(Throwable thrown) throws Exception {
        context.getRegistry().bind("finished", (IdempotentRepository) new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                once(thrown);
                return super.add(key);
            }
        });
        twoEventsFor("&idempotentRepository=#finished", this::note);
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 4 })
    void anEventNotifier(int concurrency) throws Exception {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof Bitrix24ImStateChangedEvent) {
                    throw new LinkageError("on purpose");
                }
            }
        });
        twoEventsFor("&concurrency=" + concurrency, e -> {
            once(new IllegalStateException("once"));
            note(e);
        });
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen.stream().sorted().toList());
    }

    @Test
    void twoRoutesThatShareARepositoryOfWhichOneStops() throws Exception {
        IdempotentRepository shared = new MemoryIdempotentRepository() {
            @Override
            public boolean contains(String key) {
                assertTrue(isStarted(), "asked while stopped");
                return super.contains(key);
            }
        };
        context.getRegistry().bind("finished", shared);
        portal.chat("chat6").members(8, 12);
        context.getRegistry().bind("other", new io.github.camelbitrix24.im.auth.WebhookCredentials(portal.user(8).webhook()));
        RouteBuilder.addRoutes(context,
                r -> r.from("bitrix24-im:events?" + FAST + "&credentials=#other&idempotentRepository=#finished")
                        .routeId("first")
                        .process(e -> note(e)));
        twoEventsFor("&idempotentRepository=#finished", this::note);
        awaitAcknowledged();

        context.getRouteController().stopRoute("first");
        portal.user(12).says("chat5", "three");
        await("three", () -> seen.size() == 3);
        shared.stop();
        portal.user(12).says("chat5", "four");
        await("four", () -> seen.size() == 4);
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }
}
