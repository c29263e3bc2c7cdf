package io.github.camelbitrix24.im.inquiry;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Spans of time as people say them. */
final class Durations {

    private Durations() {
    }

    /** Rounded, in its two largest units; what is negative counts as nothing. */
    static String words(Duration exactly) {
        if (exactly.isNegative()) {
            return "0 s";
        }
        Duration span = exactly.toHours() > 0
                ? exactly.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES) : exactly;
        if (span.toDays() > 0) {
            return span.toDays() + (span.toDays() == 1 ? " day" : " days") + rest(span.toHoursPart(), " h");
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h" + rest(span.toMinutesPart(), " min");
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" + rest(span.toSecondsPart(), " s") : span.toSeconds() + " s";
    }

    private static String rest(int value, String unit) {
        return value == 0 ? "" : " " + value + unit;
    }
}
