package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.camelbitrix24.im.Complaint;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What only a person can cure: one line that says how, few calls, and nothing is given up. */
class PortalRefusesTest extends PollTest {

    private static final int[] PAUSES = { 15, 30, 60, 120, 240, 480, 600, 600 };

    enum Cause {

        WRONG_SECRET("INVALID_CREDENTIALS", "Check the options userId and secret",
                     portal -> portal.user(7).secret("another")),
        MISSING_SCOPE("insufficient_scope", "Give the webhook or application the scope 'im'.",
                      portal -> portal.user(7).scopes("crm")),
        PORTAL_TOO_OLD("ERROR_METHOD_NOT_FOUND", "im.v2.Event needs release 26.250 of the module im",
                       portal -> portal.fail("im.v2.Event.subscribe", Fault.error("ERROR_METHOD_NOT_FOUND"), 1000)
                               .fail("im.v2.Event.get", Fault.error("ERROR_METHOD_NOT_FOUND"), 1000)),
        PLAN_ENDED("ACCESS_DENIED", "plan", portal -> portal.fail("*", Fault.error("ACCESS_DENIED"), 1000)),
        DISMISSED("authorization_error", "dismissed or inactive",
                  portal -> portal.fail("*", Fault.error("authorization_error"), 1000));

        private final String code;
        private final String advice;
        private final Consumer<PortalEmulator> appear;

        Cause(String code, String advice, Consumer<PortalEmulator> appear) {
            this.code = code;
            this.advice = advice;
            this.appear = appear;
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneLineSaysWhatToDoAndCallsBecomeRare(Cause cause) throws Exception {
        cause.appear.accept(portal);
        startNoting("");

        hand.runNext();

        ILoggingEvent line = onlyMessage();
        assertEquals(Level.WARN, line.getLevel());
        assertNull(line.getThrowableProxy());
        assertTrue(line.getFormattedMessage().contains(cause.code), line::getFormattedMessage);
        assertTrue(line.getFormattedMessage().contains(cause.advice), line::getFormattedMessage);
        assertEquals(1, line.getFormattedMessage().lines().count());
        for (int seconds : PAUSES) {
            assertAbout(seconds, hand.runNext());
        }
        assertEquals(1 + PAUSES.length, log.ownMessages().size());
        assertEquals(1 + PAUSES.length, portal.calls().size(), portal::describe);
    }

    @ParameterizedTest
    @EnumSource
    void theContextStaysUpAndHealthIsDownWithTheCode(Cause cause) throws Exception {
        cause.appear.accept(portal);
        startNoting("");

        hand.runNext();

        assertEquals(ServiceStatus.Started, context.getStatus());
        assertEquals(ServiceStatus.Started, context.getRouteController().getRouteStatus("events"));
        assertEquals(State.DOWN, health().getState());
        String details = "" + health().getMessage() + health().getDetails() + health().getError().map(Complaint::of).orElse("");
        assertTrue(details.contains(cause.code), details);
        assertFalse(details.contains(secret), details);
    }

    @ParameterizedTest
    @EnumSource
    void itHearsAgainWhenTheCauseIsCured(Cause cause) throws Exception {
        startNoting("");
        hand.runNext();
        portal.user(12).says("chat5", "before");
        cause.appear.accept(portal);
        hand.runNext();
        hand.runNext();
        assertEquals(State.DOWN, health().getState());

        portal.heal().user(7).secret(secret).scopes("im");
        portal.user(12).says("chat5", "after");
        pollUntil("two events", () -> seen.size() == 2);

        assertEquals(portal.recorded(7), seen);
        assertEquals(State.UP, health().getState());
        assertTrue(hand.pause().toMillis() <= 110, () -> "still pausing for " + hand.pause());
    }

    private static void assertAbout(int seconds, Duration pause) {
        assertTrue(pause.toMillis() >= seconds * 800L && pause.toMillis() <= seconds * 1200L,
                () -> pause + " is not about " + seconds + " s");
    }
}
