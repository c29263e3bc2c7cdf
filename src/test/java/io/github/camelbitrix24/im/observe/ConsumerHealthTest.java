package io.github.camelbitrix24.im.observe;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.WatchedRouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.spring.boot.actuate.health.CamelProbesHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.BLOCKED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.HEARING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.LAGGING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.PAUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STARTING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STUCK;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.TAKEN_AWAY;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What health checks and event notifiers are told of a consumer, from each state back to a good one.
 */
class ConsumerHealthTest extends WatchedRouteTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void readyAfterTheFirstGoodPoll() throws Exception {
        Fault.Hang hang = Fault.hang();
        portal.fail(GET, hang);
        hear(FAST, this::note);
        portal.await(p -> p.underWay(GET) == 1, SOON);

        assertEquals(State.DOWN, ready().getState());
        assertEquals("STARTING", detail("consumer.state"));
        hang.release();
        awaitState(IDLE);
        assertEquals(State.UP, ready().getState());
        assertEquals(STARTING, changes.get(0).getOldState());
        assertEquals("7", changes.get(0).getUser());
        assertEquals(portal.url(), "http://" + changes.get(0).getPortal());
    }

    @Test
    void aFailedFirstPollIsNotReady() throws Exception {
        portal.fail(GET, Fault.error("OVERLOAD_LIMIT"), 100);
        hear(FAST, this::note);

        awaitState(BLOCKED);
        assertEquals(State.DOWN, ready().getState());
    }

    @Test
    void hearsWhileEventsCome() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        portal.user(12).says("chat5", "hello");

        awaitState(HEARING);
        awaitAcknowledged();
        await("nothing unacknowledged", () -> detail("consumer.oldest.unacknowledged.id") == null);
        assertEquals(0, detail("consumer.in.flight"));
        assertEquals(0L, detail("consumer.lag.seconds"));
        assertEquals(List.of(IDLE, HEARING), states());
    }

    @ParameterizedTest
    @CsvSource({
            "QUERY_LIMIT_EXCEEDED, THROTTLED, UP",
            "OVERLOAD_LIMIT, BLOCKED, UP",
            "OPERATION_TIME_LIMIT, BLOCKED, UP",
            "INTERNAL_SERVER_ERROR, UNAVAILABLE, DOWN",
            "INVALID_CREDENTIALS, REFUSED, DOWN",
            "insufficient_scope, REFUSED, DOWN",
            "ERROR_METHOD_NOT_FOUND, REFUSED, DOWN" })
    void whatThePortalRefuses(String code, Bitrix24ImConsumerState state, State health) throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        portal.fail(GET, Fault.error(code), 1000);

        awaitState(state);
        awaitFailedPoll();
        assertEquals(health, ready().getState());
        assertEquals(code, detail("consumer.code"));
        assertTrue(detail("consumer.reason").toString().contains(code));
        assertFalse(detail("consumer.advice").toString().isEmpty());
        recovers();
        assertEquals(List.of(IDLE, state, IDLE), states());
    }

    @Test
    void aPortalThatCannotBeReached() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        portal.fail(GET, Fault.html(502), 1000);

        awaitState(UNAVAILABLE);
        awaitFailedPoll();
        assertEquals(State.DOWN, ready().getState());
        assertEquals(502, detail("http.response.code"));
        recovers();
    }

    @Test
    void ofWhatThePortalQuotesOnlyHostsAreShown() throws Exception {
        portal.fail(GET, Fault.error("ACCESS_DENIED", "see " + reader.webhook() + " or https://a.example/b?c=d", 403), 1000);
        hear(FAST, this::note);

        awaitState(REFUSED);
        assertTrue(detail("consumer.reason").toString().contains(" or a.example (HTTP 403)"),
                () -> ready().getDetails().toString());
    }

    @Test
    void eventsTakenAwayAreRemembered() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        hear(FAST + "&concurrency=2", exchange -> {
            note(exchange);
            assertTrue(goOn.await(20, TimeUnit.SECONDS));
        });
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
        await("seen", () -> seen.size() == 1);
        portal.dropRows();

        awaitState(TAKEN_AWAY);
        goOn.countDown();
        assertEquals(State.UP, ready().getState());
        assertEquals(1L, detail("consumer.taken.away"));
    }

    @Test
    void anEventThatFailsAgainAndAgain() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        hear(FAST, exchange -> {
            if (broken.get()) {
                throw new IllegalStateException("on purpose");
            }
        });
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");

        awaitState(STUCK);
        assertEquals(State.UP, ready().getState());
        assertEquals(portal.recorded(7).get(0), detail("consumer.failing.id"));
        assertEquals(portal.recorded(7).get(0), detail("consumer.oldest.unacknowledged.id"));
        assertTrue((int) detail("consumer.failing.attempts") >= 3);
        broken.set(false);
        awaitState(HEARING);
    }

    @ParameterizedTest
    @CsvSource({ "2, UP", "13, DOWN" })
    void aBacklogGrowsOld(int hours, State health) throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        portal.clock().advance(Duration.ofHours(hours));
        CountDownLatch goOn = new CountDownLatch(1);
        hear(FAST, exchange -> assertTrue(goOn.await(20, TimeUnit.SECONDS)));

        awaitState(LAGGING);
        assertEquals(health, ready().getState());
        assertEquals(1, detail("consumer.in.flight"));
        assertEquals(1, detail("consumer.lanes"));
        assertEquals(hours * 3600, (long) detail("consumer.lag.seconds"), 30);
        goOn.countDown();
        awaitState(HEARING);
        assertEquals(State.UP, ready().getState());
    }

    @Test
    void aPauseIsNoFailure() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        context.getRouteController().suspendRoute("hears");

        awaitState(PAUSED);
        assertEquals("PAUSED", eventConsumer().getConsumerState());
        context.getRouteController().resumeRoute("hears");
        awaitState(IDLE);
        assertEquals(State.UP, ready().getState());
    }

    @Test
    void aProbeThatIsDownIsOneLineThatNamesTheReader() throws Exception {
        portal.fail(GET, Fault.error("INVALID_CREDENTIALS"), 1000);
        hear(FAST, this::note);
        awaitState(REFUSED);
        awaitFailedPoll();

        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            CamelProbesHelper.checkProbeState(List.of(ready()), LoggerFactory.getLogger("probe"));
            List<String> lines = log.lines().stream().filter(line -> line.startsWith("WARN")).toList();

            assertEquals(1, lines.size(), lines::toString);
            assertEquals(1, lines.get(0).lines().count(), lines.get(0));
            assertTrue(lines.get(0).contains("route hears (user 7 at " + portal.url().substring("http://".length()) + ")"),
                    lines.get(0));
            assertTrue(lines.get(0).contains("INVALID_CREDENTIALS"), lines.get(0));
        }
        assertEquals("7", detail("consumer.user"));
        assertEquals(portal.url(), "http://" + detail("consumer.portal"));
    }

    @Test
    void aPollThatGetsNoEndIsDown() throws Exception {
        Fault.Hang hang = Fault.hang();
        portal.fail(GET, hang);
        RouteBuilder.addRoutes(context, r -> r.from("bitrix24-im:events?" + FAST).routeId("hears").autoStartup(false)
                .process(ConsumerHealthTest.this::note));
        context.start();
        // a portal that answers on and on outlasts time-outs
        eventConsumer().getEndpoint().getConfiguration().setConnectTimeout(1);
        eventConsumer().getEndpoint().getConfiguration().setResponseTimeout(1);
        context.getRouteController().startRoute("hears");
        portal.await(p -> p.underWay(GET) == 1, SOON);

        // Camel asks no consumer whose route it does not start itself
        await("overdue", () -> eventConsumer().getHealthCheck().call().getState() == State.DOWN
                && eventConsumer().getConsumerState().equals("UNAVAILABLE"));
        String message = eventConsumer().getHealthCheck().call().getMessage().orElseThrow();
        assertTrue(message.matches("route hears \\(.*\\): The poll has been waiting for an answer for \\d+ s\\. .*"), message);
        hang.release();
        await("up", () -> eventConsumer().getHealthCheck().call().getState() == State.UP);
    }

    @Test
    void aConsumerThatWasSuspendedBeforeItsStartHearsWhenItIsResumed() throws Exception {
        RouteBuilder.addRoutes(context, r -> r.from("bitrix24-im:events?" + FAST).routeId("hears").autoStartup(false)
                .process(ConsumerHealthTest.this::note));
        context.start();
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            context.getRouteController().suspendRoute("hears");
            assertEquals(List.of(), log.linesWith("NullPointerException"));
        }
        context.getRouteController().resumeRoute("hears");

        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
        awaitAcknowledged();
        assertEquals(1, seen.size());
    }

    @Test
    void aConsumerThatWasSuspendedAfterItsStopHearsWhenItIsResumed() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        eventConsumer().stop();
        eventConsumer().suspend();
        assertTrue(eventConsumer().isSuspended());
        eventConsumer().resume();

        assertTrue(eventConsumer().isStarted());
        portal.user(12).says("chat5", "hello");
        awaitAcknowledged();
        assertEquals(1, seen.size());
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).setHealthCheckConsumerEnabled(false);
        portal.fail(GET, Fault.error("INVALID_CREDENTIALS"), 1000);
        hear(FAST, this::note);

        awaitState(REFUSED);
        assertFalse(eventConsumer().getHealthCheck().isEnabled());
        assertEquals(State.UNKNOWN, eventConsumer().getHealthCheck().call().getState());
    }

    @Test
    void aStopIsNoNews() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        context.stop();

        assertEquals(List.of(IDLE), states());
    }

    /** Camel counts a failure after we have told of it. */
    private void awaitFailedPoll() {
        await("counted", () -> eventConsumer().getErrorCounter() > 0);
    }

    private void recovers() {
        portal.heal();
        await("no poll", () -> !eventConsumer().isPolling());
        eventConsumer().pollNow();
        awaitState(IDLE);
        await("up", () -> ready().getState() == State.UP);
    }
}
