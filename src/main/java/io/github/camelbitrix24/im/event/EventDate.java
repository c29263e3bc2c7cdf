package io.github.camelbitrix24.im.event;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads the date of an event. The form in which portals write it, {@code 2026-11-23T02:46:00+03:00}, is read without a
 * formatter: every event has a date, and a formatter takes longer for it than everything else that headers need.
 */
final class EventDate {

    private static final String FORM = "0000-00-00T00:00:00+00:00";

    private EventDate() {
    }

    /**
     * @return {@code null} if it is not a date
     */
    static OffsetDateTime parse(String text) {
        if (text == null) {
            return null;
        }
        try {
            return isOfTheForm(text) ? read(text) : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isOfTheForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            char there = text.charAt(i);
            boolean fits = switch (wanted) {
                case '0' -> there >= '0' && there <= '9';
                case '+' -> there == '+' || there == '-';
                default -> there == wanted;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static OffsetDateTime read(String text) {
        LocalDateTime local = LocalDateTime.of(
                two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8), two(text, 11), two(text, 14), two(text, 17));
        int sign = text.charAt(19) == '-' ? -1 : 1;
        return OffsetDateTime.of(local, ZoneOffset.ofHoursMinutes(sign * two(text, 20), sign * two(text, 23)));
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
