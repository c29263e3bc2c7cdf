package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.WatchedRouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STUCK;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.TAKEN_AWAY;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is said of a consumer at INFO and above names route, user and portal, and no class that nobody knows. */
class NamedReaderTest extends WatchedRouteTest {

    private final LogWatch log = LogWatch.ofRunningRoutes();

    @AfterEach
    void stopWatching() {
        log.close();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void aPollThatFails() throws Exception {
        portal.fail(GET, Fault.error("INVALID_CREDENTIALS"), 2);
        hear(FAST, this::note);
        awaitState(REFUSED);
        pollUntilIdle();

        String line = said("INVALID_CREDENTIALS").get(0);
        assertTrue(line.startsWith("No events for " + name() + ": im.v2.Event.get failed"), line);
        assertTrue(line.matches(".* Trying again in \\d+ s\\."), line);
        assertEquals("hears", changes.get(0).getRouteId());
        assertNamed();
    }

    @Test
    void aPollThatASchedulerOfTheUserRepeats() throws Exception {
        portal.fail(GET, Fault.error("INVALID_CREDENTIALS"), 1);
        context.getRegistry().bind("own", new DefaultScheduledPollConsumerScheduler());
        hear(FAST + "&scheduler=#own", this::note);
        awaitState(IDLE);

        String line = said("INVALID_CREDENTIALS").get(0);
        assertTrue(line.endsWith(" The next poll tries again."), line);
        assertNamed();
    }

    @Test
    void aPortalThatIsNotThere() throws Exception {
        portal.close();
        hear(FAST, this::note);
        awaitState(UNAVAILABLE);

        await("said", () -> !said("ConnectException").isEmpty());
        assertNamed();
        assertFalse(changes.get(0).getReason().contains("camelbitrix24"), changes.get(0).getReason());
    }

    @Test
    void aPollThatEndsInAnythingElse() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        context.getRegistry().bind("strategy", PollingConsumerPollStrategy.class, new DefaultPollingConsumerPollStrategy() {
            @Override
            public boolean begin(Consumer consumer, Endpoint endpoint) {
                if (broken.getAndSet(false)) {
                    throw new IllegalStateException("on purpose");
                }
                return true;
            }
        });
        hear(FAST + "&pollStrategy=#strategy", this::note);
        awaitState(IDLE);

        assertEquals(1, said("on purpose").size(), () -> log.lines().toString());
        assertNamed();
    }

    @Test
    void anEventThatFailsAgainAndAgain() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        hear(FAST, exchange -> {
            if (broken.get()) {
                exchange.setRollbackOnly(true);
            }
        });
        awaitState(IDLE);
        portal.user(12).says("chat5", "hello");
        awaitState(STUCK);
        broken.set(false);
        awaitAcknowledged();

        assertTrue(said("comes again").size() >= 3);
        assertEquals(1, said("is STUCK").size());
        assertNamed();
    }

    @Test
    void anEventThatCountsAsDoneThoughItsCallFailedIsNotSaidToComeAgain() throws Exception {
        portal.fail("im.chat.get", Fault.error("ACCESS_DENIED", "No access", 403));
        routes(r -> r.from("bitrix24-im:events?breakOnFirstError=false&" + FAST).routeId("hears")
                .setHeader(Bitrix24ImConstants.METHOD, r.constant("im.chat.get")).setBody(r.constant(Map.of()))
                .to("bitrix24-im:call"));
        awaitState(IDLE);
        portal.user(12).says("chat5", "hello");
        awaitAcknowledged();

        List<String> said = said("ACCESS_DENIED");
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).contains("counts as done"), said.get(0));
        assertFalse(said.get(0).contains("Trying again"), said.get(0));
        assertNamed();
    }

    @Test
    void eventsThatAreTakenAway() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        hear(FAST + "&concurrency=2", exchange -> {
            note(exchange);
            assertTrue(goOn.await(20, TimeUnit.SECONDS));
        });
        awaitState(IDLE);
        portal.user(12).says("chat5", "hello");
        await("seen", () -> seen.size() == 1);
        portal.dropRows();
        awaitState(TAKEN_AWAY);
        goOn.countDown();

        assertEquals(1, said("are gone").size());
        assertNamed();
    }

    @Test
    void theLastEventsThatCannotBeAcknowledged() throws Exception {
        hear("initialDelay=0&delay=100&busyDelay=100&settleTime=500", exchange -> {
            note(exchange);
            portal.fail(GET, Fault.error("OVERLOAD_LIMIT"), 1000);
        });
        awaitState(IDLE);
        portal.user(12).says("chat5", "hello");
        await("seen", () -> seen.size() == 1);
        context.getRouteController().stopRoute("hears");

        assertEquals(1, said("could not be acknowledged").size());
        assertNamed();
    }

    @Test
    void receiversHaveNoRoute() throws Exception {
        context.start();
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            reader.subscribed();
            portal.user(12).says("chat5", "hello");
            Exchange received = template.receive("bitrix24-im:events?settleTime=500", SOON.toMillis());
            portal.fail(GET, Fault.error("OVERLOAD_LIMIT"), 1000);
            template.doneUoW(received);
        }

        await("the acknowledgement was tried", () -> !said("is tried again").isEmpty());
        String line = said("is tried again").get(0);
        assertTrue(line.contains(name().replaceAll(".*\\((.*)\\)", "$1")), line);
        assertFalse(line.contains("route"), line);
    }

    private void pollUntilIdle() {
        portal.heal();
        await("no poll", () -> !eventConsumer().isPolling());
        eventConsumer().pollNow();
        awaitState(IDLE);
    }

    private List<String> said(String text) {
        return log.ownMessages().stream().map(ILoggingEvent::getFormattedMessage).filter(line -> line.contains(text)).toList();
    }

    private void assertNamed() {
        for (ILoggingEvent said : log.ownMessages()) {
            assertTrue(said.getFormattedMessage().contains(name()), said.getFormattedMessage());
            assertFalse(said.getFormattedMessage().contains("camelbitrix24"), said.getFormattedMessage());
        }
    }

    private String name() {
        return "route hears (user 7 at " + portal.url().substring("http://".length()) + ")";
    }
}
