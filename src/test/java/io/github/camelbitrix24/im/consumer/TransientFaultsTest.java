package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;

/** What passes by itself: all events arrive once and in order, whatever happened to calls meanwhile. */
class TransientFaultsTest extends PollTest {

    private static final String GET = "im.v2.Event.get";
    private static final String IMPATIENT = "&responseTimeout=400&limit=10";

    static Stream<Named<Fault>> faults() {
        return Stream.of(
                named("HTML 500", Fault.html(500)),
                named("HTML 502", Fault.html(502)),
                named("HTML 503", Fault.html(503)),
                named("HTML 504", Fault.html(504)),
                named("too many requests", Fault.error("QUERY_LIMIT_EXCEEDED")),
                named("internal error", Fault.error("INTERNAL_SERVER_ERROR")),
                named("authorisation server unreachable", Fault.error("CONNECTION_ERROR")),
                named("cut body", Fault.cutBody()),
                named("dropped before acting", Fault.dropped()),
                named("dropped after acting", Fault.droppedAfterActing()),
                named("reset before acting", Fault.reset()),
                named("reset after acting", Fault.resetAfterActing()),
                named("empty 200", Fault.empty(200)),
                named("empty 500", Fault.empty(500)),
                named("garbage", Fault.garbage()),
                named("login form", Fault.loginForm()),
                named("slower than responseTimeout", Fault.slow(Duration.ofSeconds(2))),
                named("a list", answer("[]")),
                named("no result", answer("{}")),
                named("redirect", Fault.redirect(302, "/bitrix/coupon_activation.php")),
                named("truncated JSON", Fault.rewritten("(\"hasMore\"|,\"time\").*", "")));
    }

    private static Fault answer(String json) {
        return Fault.answer(200, "application/json", json);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void allEventsArriveOnceAndInOrder(Fault fault) throws Exception {
        startNoting(IMPATIENT);
        hand.runNext();
        for (int i = 0; i < 25; i++) {
            portal.user(12).says("chat5", "message " + i);
            // from the second page on a fault hits calls that acknowledge
            portal.fail(GET, i % 3 == 0 ? fault : Fault.none());
        }

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
        assertEquals(List.of(), portal.lost(7));
        assertEquals(List.of(), portal.purged(7));
        portal.heal();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aStepIsOneLineAndTheNextComesLater(Fault fault) throws Exception {
        startNoting(IMPATIENT);
        hand.runNext();
        portal.fail(GET, fault, 3);

        hand.runNext();

        ILoggingEvent line = onlyMessage();
        assertEquals(Level.WARN, line.getLevel());
        assertNull(line.getThrowableProxy());
        assertEquals(1, line.getFormattedMessage().lines().count());
        assertTrue(line.getFormattedMessage().startsWith("No events for route events (user 7 at "), line::getFormattedMessage);
        assertTrue(line.getFormattedMessage().contains(": im.v2.Event.get failed: "), line::getFormattedMessage);
        Duration first = hand.pause();
        hand.runNext();
        Duration second = hand.pause();
        assertTrue(first.compareTo(Duration.ofMillis(800)) >= 0, first::toString);
        assertTrue(second.compareTo(first) > 0, () -> first + " then " + second);
        assertEquals(2, log.ownMessages().size());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nobodyHearsOfItAgainWhenItHasPassed(Fault fault) throws Exception {
        startNoting(IMPATIENT);
        portal.fail("im.v2.Event.subscribe", fault).fail("profile", fault).fail(GET, fault);
        for (int polls = 0; polls < 4; polls++) {
            hand.runNext();
        }
        log.forget();

        portal.user(12).says("chat5", "hello");
        pollUntil("one event", () -> seen.size() == 1);

        assertEquals(State.UP, health().getState());
        assertEquals(List.of(), log.ownMessages());
    }
}
