package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What becomes of an event that a route hands on to several, or twice: whether its acknowledgement waits for the work.
 */
class FanOutTest extends RouteTest {

    private static final String WAITS = "?waitForTaskToComplete=Always&timeout=0";

    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final AtomicInteger attempts = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    static Stream<Arguments> keeping() {
        return Stream.of(
                way("multicast to direct", (builder, route) -> route.multicast().to("direct:a", "direct:worker")),
                way("multicast to direct, side by side",
                        (builder, route) -> route.multicast().parallelProcessing().to("direct:a", "direct:worker")),
                way("recipientList to direct",
                        (builder, route) -> route.recipientList(builder.constant("direct:a,direct:worker"))),
                way("split to direct", (builder, route) -> route.split(builder.constant(1)).to("direct:worker")),
                way("multicast to seda that is waited for",
                        (builder, route) -> route.multicast().to("direct:a", "seda:worker" + WAITS)),
                way("multicast to seda that is waited for, side by side",
                        (builder, route) -> route.multicast().parallelProcessing().to("direct:a", "seda:worker" + WAITS)),
                way("recipientList to seda that is waited for",
                        (builder, route) -> route.recipientList(builder.constant("direct:a;seda:worker" + WAITS), ";")),
                way("split to seda that is waited for",
                        (builder, route) -> route.split(builder.constant(1)).to("seda:worker" + WAITS)),
                way("resequence", (builder, route) -> route.resequence(builder.header(Bitrix24ImConstants.EVENT_ID)).batch()
                        .timeout(100).to("direct:worker")),
                way("routingSlip to direct",
                        (builder, route) -> route.routingSlip(builder.constant("direct:a,direct:worker"))),
                way("an asynchronous delay", (builder, route) -> route.delay(1).asyncDelayed().to("direct:worker")),
                way("seda", (builder, route) -> route.to("seda:worker")),
                way("a dynamic seda", (builder, route) -> route.toD("seda:${header.none}worker")),
                way("a seda behind a seda", (builder, route) -> {
                    route.to("seda:first");
                    builder.from("seda:first?pollTimeout=50").errorHandler(builder.noErrorHandler()).to("seda:worker");
                }),
                way("two seda one after the other, both waited for", (builder, route) -> {
                    route.to("seda:first" + WAITS).to("seda:worker" + WAITS);
                    builder.from("seda:first?pollTimeout=50").log("first");
                }));
    }

    static Stream<Arguments> givingAway() {
        return Stream.of(
                way("multicast to seda", (builder, route) -> route.multicast().to("direct:a", "seda:worker")),
                way("recipientList to seda",
                        (builder, route) -> route.recipientList(builder.constant("direct:a,seda:worker"))),
                way("split to seda", (builder, route) -> route.split(builder.constant(1)).to("seda:worker")),
                way("wire tap", (builder, route) -> route.wireTap("direct:worker")),
                way("routingSlip to two seda", (builder, route) -> {
                    route.routingSlip(builder.constant("seda:first,seda:worker"));
                    builder.from("seda:first?pollTimeout=50").log("first");
                }),
                way("two seda one after the other", (builder, route) -> {
                    route.to("seda:first").to("seda:worker");
                    builder.from("seda:first?pollTimeout=50").log("first");
                }));
    }

    @AfterEach
    void letGo() {
        allowed.countDown();
        context.getShutdownStrategy().setTimeout(5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keeping")
    void theAcknowledgementWaitsForTheWorkAfter(String name, Way way) throws Exception {
        run(way, exchange -> {
            taken.countDown();
            assertTrue(allowed.await(20, TimeUnit.SECONDS));
        });
        assertTrue(taken.await(20, TimeUnit.SECONDS), "nobody works on it");
        awaitPolls(4);
        assertEquals(portal.recorded(7), portal.pending(7));

        allowed.countDown();
        awaitAcknowledged();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keeping")
    void anEventComesAgainWhenTheWorkFailsAfter(String name, Way way) throws Exception {
        run(way, exchange -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("on purpose");
            }
        });

        await("worked on again", () -> attempts.get() == 2);
        awaitAcknowledged();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("givingAway")
    void nothingWaitsForTheWorkAfter(String name, Way way) throws Exception {
        run(way, exchange -> {
            taken.countDown();
            assertTrue(allowed.await(20, TimeUnit.SECONDS));
        });
        assertTrue(taken.await(20, TimeUnit.SECONDS), "nobody works on it");

        awaitAcknowledged();
        allowed.countDown();
    }

    private void awaitPolls(int more) {
        int before = portal.calls("im.v2.Event.get").size();
        portal.await(p -> p.calls("im.v2.Event.get").size() >= before + more, SOON);
    }

    private void run(Way way, Processor work) throws Exception {
        routes(r -> {
            r.from("direct:a").log("a");
            r.from("direct:worker").errorHandler(r.noErrorHandler()).process(work);
            r.from("seda:worker?pollTimeout=50").errorHandler(r.noErrorHandler()).process(work);
            RouteDefinition route = r.from("bitrix24-im:events?concurrency=2&" + FAST);
            way.accept(r, route);
        });
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
    }

    private static Arguments way(String name, Way way) {
        return arguments(name, way);
    }

    interface Way extends BiConsumer<RouteBuilder, RouteDefinition> {
    }
}
