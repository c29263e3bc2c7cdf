package io.github.camelbitrix24.im.rest;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * When a method that has used up its operating time may be called again.
 */
class OperatingTimesTest {

    private static final Instant PORTAL_TIME = Instant.parse("2026-08-21T11:00:00Z");

    private long now;
    private final OperatingTimes times = new OperatingTimes(() -> now);

    @Test
    void thePortalsClockIsCarriedOnFromTheLastAnswer() {
        times.answered("im.v2.Event.get", time(300));
        now = Duration.ofSeconds(100).toNanos();

        assertEquals(Duration.ofSeconds(201), times.untilReset("im.v2.event.GET"));
        assertNull(times.untilReset("profile"), "each method has a time of its own");
    }

    @Test
    void anAnswerWithoutTheTimesChangesNothing() {
        times.answered("profile", time(300));
        times.answered("profile", new PortalTime(PORTAL_TIME, null, null));
        times.answered("profile", PortalTime.UNKNOWN);

        assertEquals(Duration.ofSeconds(301), times.untilReset("profile"));
    }

    @Test
    void whatIsOverIsNotKnown() {
        times.answered("profile", time(300));
        now = Duration.ofSeconds(302).toNanos();

        assertNull(times.untilReset("profile"));
    }

    @Test
    void noPortalMakesUsWaitForLongerThanTenMinutes() {
        times.answered("profile", time(86_400));

        assertEquals(Duration.ofMinutes(10), times.untilReset("profile"));
    }

    private static PortalTime time(long resetAfter) {
        return new PortalTime(PORTAL_TIME, 421.5, PORTAL_TIME.plusSeconds(resetAfter));
    }
}
