package io.github.camelbitrix24.im.event;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Dates are read as the JDK reads them. */
class EventDateTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "2026-11-23T02:46:00+03:00", "2026-02-29T00:00:00+00:00", "2024-02-29T23:59:59-11:30", "2026-11-23T24:00:00+03:00",
            "2026-11-23T02:46:00+19:00", "2026-11-23T02:46:60+03:00", "2026-13-23T02:46:00+03:00", "2026-11-23T02:46:00Z",
            "2026-11-23T02:46:00.123+03:00", "2026-11-23 02:46:00+03:00", "٢٠٢٦-11-23T02:46:00+03:00",
            "0000-01-01T00:00:00-00:00",
            "2026-11-23T02:46:00+18:01", "", "yesterday" })
    void asTheJdkReadsThem(String text) {
        assertEquals(ofTheJdk(text), EventDate.parse(text), text);
    }

    @Test
    void alsoWhenACharacterIsWrong() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            char[] text = "2026-11-23T02:46:00+03:00".toCharArray();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                text[random.nextInt(text.length)] = "0123456789-:T+Z. ".charAt(random.nextInt(17));
            }
            String date = new String(text);
            assertEquals(ofTheJdk(date), EventDate.parse(date), () -> date + " -Dseed=" + seed);
        }
    }

    @Test
    void noDateIsNone() {
        assertNull(EventDate.parse(null));
    }

    private static OffsetDateTime ofTheJdk(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
