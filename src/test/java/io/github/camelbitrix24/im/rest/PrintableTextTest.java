package io.github.camelbitrix24.im.rest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PrintableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "\n", "\r\n", "\u0000", "\u001b[31m", "\u0085", "\u2028", "\u2029", "\u202e", "\u200b", "\ufeff", "\ud83d",
            "\n \u2066\n",
            "\u001b]8;;\u0007" })
    void whatForgesOrHidesIsLeftOut(String unprintable) {
        String shown = PrintableText.of("one" + unprintable + "two");

        assertTrue(shown.matches("one[ \\];8]+two"), shown);
    }

    @Test
    void whatPeopleReadStays() {
        assertEquals("Grüße, שלום, 你好 📎", PrintableText.of(" Grüße, שלום, 你好 📎\n"));
        assertNull(PrintableText.of(null));
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertEquals("📎📎...", PrintableText.of("📎".repeat(3), 2));
        assertEquals("📎📎", PrintableText.of("📎".repeat(2), 2));
        assertEquals(1_003, PrintableText.of("x".repeat(100_000)).length());
    }

    @Test
    void aPortalThatTalksAtLengthFillsNoLog() {
        RestException failure = RestException.refused(
                FailureKind.BAD_REQUEST, "im.chat.get", "C".repeat(100_000), "d".repeat(100_000), 400);

        assertTrue(failure.getMessage().length() < 2_200, () -> failure.getMessage().length() + " characters");
    }
}
