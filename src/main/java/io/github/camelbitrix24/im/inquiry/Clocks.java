package io.github.camelbitrix24.im.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import static io.github.camelbitrix24.im.inquiry.Topic.CLOCK;

/** How far the portal's clock and that of this machine are apart. */
final class Clocks {

    /** Portals give whole seconds, and answers take their time. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final Findings findings;
    private final Questions questions;

    Clocks(Findings findings, Questions questions) {
        this.findings = findings;
        this.questions = questions;
    }

    /** @return the portal's time at its last answer, or {@code null} if it does not tell */
    Instant judge() throws OutOfTimeException {
        Reply timed
                = questions.replies().filter(reply -> reply.time().start() != null).reduce((first, last) -> last).orElse(null);
        Instant portal = timed == null ? null : timed.time().start();
        if (portal == null) {
            timed = questions.ask("server.time");
            portal = time(timed.result().asText());
        }
        if (portal == null) {
            return null;
        }
        Duration ahead = portal.isBefore(timed.before())
                ? Duration.between(timed.before(), portal)
                : portal.isAfter(timed.after()) ? Duration.between(timed.after(), portal) : Duration.ZERO;
        if (ahead.abs().compareTo(TOLERANCE) <= 0) {
            findings.holds(CLOCK, "The portal's clock and that of this machine agree.");
        } else {
            findings.fails(CLOCK,
                    "The portal's clock is " + Durations.words(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of")
                                  + " that of this machine.",
                    "Set the clock that is wrong, best by a time server (NTP): tokens and certificates go by it, and so do the dates"
                                                              + " of events.");
        }
        return portal;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
