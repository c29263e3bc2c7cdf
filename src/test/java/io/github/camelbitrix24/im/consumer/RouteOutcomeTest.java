package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What each way that a route can end means for the event: done and acknowledged, or offered again.
 */
class RouteOutcomeTest extends RouteTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    static Stream<Arguments> done() {
        return both(
                way("completes", (builder, route) -> route.log("x")),
                way("stops", (builder, route) -> route.stop()),
                way("filters", (builder, route) -> route.filter(builder.constant(false)).log("x").end()),
                way("catches", (builder, route) -> route.doTry().throwException(failure()).doCatch(Exception.class).end()),
                way("handles", (builder, route) -> {
                    route.onException(Exception.class).handled(true).end();
                    route.throwException(failure());
                }),
                way("continues", (builder, route) -> {
                    route.onException(Exception.class).continued(true).end();
                    route.throwException(failure());
                }),
                way("dead letter channel", (builder, route) -> {
                    route.errorHandler(builder.deadLetterChannel("mock:dead"));
                    route.throwException(failure());
                }),
                way("wire tap fails", (builder, route) -> route.wireTap("direct:fails")),
                way("aggregate fails later",
                        (builder, route) -> route.aggregate(builder.constant(1), new UseLatestAggregationStrategy())
                                .completionSize(1).throwException(failure())),
                way("seda", (builder, route) -> {
                    builder.from("seda:works?pollTimeout=50").log("x");
                    route.to("seda:works");
                }),
                way("threads", (builder, route) -> route.threads(2).log("x")),
                way("rolls back only the last",
                        (builder, route) -> route.markRollbackOnlyLast()));
    }

    static Stream<Arguments> failed() {
        return both(
                way("throws", (builder, route) -> route.throwException(failure())),
                way("throws without error handler", (builder, route) -> {
                    route.errorHandler(builder.noErrorHandler());
                    route.throwException(failure());
                }),
                way("throws after redeliveries", (builder, route) -> {
                    route.errorHandler(builder.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(1));
                    route.throwException(failure());
                }),
                way("throws after asynchronous redeliveries", (builder, route) -> {
                    route.errorHandler(builder.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(1)
                            .asyncDelayedRedelivery());
                    route.throwException(failure());
                }),
                way("throws an Error", (builder, route) -> route.process(e -> {
                    throw new StackOverflowError("on purpose");
                })),
                way("rolls back", (builder, route) -> route.rollback("on purpose")),
                way("marks for rollback", (builder, route) -> route.markRollbackOnly()),
                way("fails behind threads", (builder, route) -> route.threads(2).throwException(failure())),
                way("fails behind delay",
                        (builder, route) -> route.delay(1).asyncDelayed().end().throwException(failure())),
                way("fails behind seda", (builder, route) -> {
                    builder.from("seda:fails?pollTimeout=50").errorHandler(builder.noErrorHandler()).throwException(failure());
                    route.to("seda:fails");
                }),
                way("fails behind seda and waits", (builder, route) -> {
                    builder.from("seda:fails?pollTimeout=50").errorHandler(builder.noErrorHandler()).throwException(failure());
                    route.to("seda:fails?waitForTaskToComplete=Always");
                }),
                way("marks for rollback behind seda", (builder, route) -> {
                    builder.from("seda:rollback?pollTimeout=50").markRollbackOnly();
                    route.to("seda:rollback");
                }),
                way("split fails", (builder, route) -> route.split(builder.constant(1)).throwException(failure())),
                way("fails as request and reply",
                        (builder, route) -> route.to(ExchangePattern.InOut, "direct:fails")));
    }

    @ParameterizedTest(name = "{0}, pooled {1}")
    @MethodSource("done")
    void anEventIsAcknowledgedWhenItsRoute(String name, boolean pooled, Way way) throws Exception {
        run(way, pooled);
        reader(pooled);

        awaitAcknowledged();
        assertEquals(1, attempts.get());
    }

    @ParameterizedTest(name = "{0}, pooled {1}")
    @MethodSource("failed")
    void anEventComesAgainWhenItsRoute(String name, boolean pooled, Way way) throws Exception {
        run(way, pooled);
        reader(pooled);

        await("offered again", () -> attempts.get() >= 2);
        context.getShutdownStrategy().setTimeout(5);
        context.stop();
        assertEquals(portal.recorded(7), portal.pending(7));
    }

    @Test
    void aCompletionThatNeverComesLeavesTheEventUndone() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        run((builder, route) -> route.process(e -> {
            // whoever takes over the completions here never runs them
            e.getUnitOfWork().handoverSynchronization(new DefaultExchange(context));
            taken.countDown();
        }), false);
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
        portal.user(12).says("chat5", "hello again");

        assertTrue(taken.await(20, TimeUnit.SECONDS));
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        assertEquals(1, attempts.get());
        assertEquals(portal.recorded(7), portal.pending(7));
    }

    private void reader(boolean pooled) {
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
    }

    private void run(Way way, boolean pooled) throws Exception {
        if (pooled) {
            context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        }
        routes(r -> {
            r.interceptFrom("bitrix24-im:*").process(e -> attempts.incrementAndGet());
            r.from("direct:fails").errorHandler(r.noErrorHandler()).throwException(failure());
            RouteDefinition route = r.from("bitrix24-im:events?" + FAST);
            route.routeId("events");
            way.accept(r, route);
        });
    }

    private static Exception failure() {
        return new IllegalStateException("on purpose");
    }

    private static Way way(String name, BiConsumer<RouteBuilder, RouteDefinition> steps) {
        return new Way() {
            @Override
            public void accept(RouteBuilder builder, RouteDefinition route) {
                steps.accept(builder, route);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    private static Stream<Arguments> both(Way... ways) {
        return Stream.of(ways)
                .flatMap(way -> Stream.of(arguments(way.toString(), false, way), arguments(way.toString(), true, way)));
    }

    interface Way extends BiConsumer<RouteBuilder, RouteDefinition> {
    }
}
