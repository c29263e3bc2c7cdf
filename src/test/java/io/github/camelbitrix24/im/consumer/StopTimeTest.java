package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** However long something could take, a stop takes no longer than Camel's shutdown strategy allows, and a moment. */
class StopTimeTest extends RouteTest {

    private static final String NOT_FOR_LONG = "initialDelay=0&delay=100&busyDelay=100";

    private void start(String options) throws Exception {
        context.getShutdownStrategy().setTimeout(2);
        routes(r -> r.from("bitrix24-im:events?" + NOT_FOR_LONG + options).routeId("events").process(e -> note(e)));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
        await("seen", () -> seen.size() == 1);
    }

    /** All of these would take a minute or more. */
    private void stopInTime(Runnable stop) throws Exception {
        CompletableFuture.runAsync(stop).get(SOON.toSeconds(), TimeUnit.SECONDS);
        await("no worker threads are left", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains("bitrix24-im://")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "&settleTime=70s", "&settleTime=70s&concurrency=4", "&settleTime=70s&batching=true" })
    void aLongSettleTime(String options) throws Exception {
        start(options);
        stopInTime(context::stop);
        assertEquals(portal.recorded(7), portal.pending(7));
    }

    @Test
    void anEmptyBudget() throws Exception {
        start("&settleTime=1500&requestsPerSecond=0.01&requestBurst=100");
        stopInTime(context::stop);
    }

    @Test
    void aPortalThatDoesNotAnswer() throws Exception {
        start("&settleTime=500");
        portal.fail("im.v2.Event.get", Fault.slow(java.time.Duration.ofMinutes(2)), 1000);
        await("a call in progress", () -> portal.underWay("im.v2.Event.get") > 0);
        stopInTime(context::stop);
    }

    @Test
    void aConsumerThatIsStoppedAlone() throws Exception {
        start("&settleTime=70s");
        stopInTime(() -> ServiceHelper.stopService(context.getRoute("events").getConsumer()));
    }

    @Test
    void aReceiver() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        context.getShutdownStrategy().setTimeout(2);
        context.start();
        var template = context.createConsumerTemplate();
        Exchange exchange = template.receive("bitrix24-im:events?settleTime=70s", 5_000);
        template.doneUoW(exchange);
        stopInTime(() -> ServiceHelper.stopService(template));
    }

    @Test
    void whatIsThrownAtTheEndLeavesNothingBehind() throws Exception {
        start("&settleTime=0&ackInterval=60s");
        portal.fail("im.v2.Event.get", Fault.garbage(), 1000);
        stopInTime(() -> {
            try {
                context.getRouteController().stopRoute("events");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        portal.heal();
        context.getRouteController().startRoute("events");
        awaitAcknowledged();
    }

    @Test
    void suspendingWhatNeverStarted() throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + FAST).routeId("events").autoStartup(false).process(e -> note(e)));
        Bitrix24ImConsumer consumer = (Bitrix24ImConsumer) context.getEndpoint("bitrix24-im:events?" + FAST)
                .createConsumer(exchange -> {
                });
        consumer.suspend();
        consumer.pause();
        consumer.pollNow();
        consumer.resume();
        assertEquals("STARTING", consumer.getConsumerState().replace("PAUSED", "STARTING"));
        consumer.stop();
    }
}
