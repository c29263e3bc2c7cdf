package io.github.camelbitrix24.im.text;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Foreign text, posted as plain text, does nothing but be seen. Run again with {@code -Dseed=...} as a failure says.
 */
class PlainTextTest {

    private static final int TEXTS = 10_000;

    @ParameterizedTest
    @FieldSource("io.github.camelbitrix24.im.text.HostileText#WORKING")
    void whatWorksOnAPortalDoesNotWorkInPlainText(String hostile) {
        assertFalse(PortalReading.effects(hostile).isEmpty(), "it does nothing anyway");

        assertEquals(List.of(), PortalReading.effects(plain(hostile)));
        assertEquals(List.of(), PortalReading.effects(plain(" \n " + hostile)));
        assertEquals(hostile, seen(plain(hostile)));
    }

    @Test
    void norDoesAnyMixtureOfIt() {
        long seed = Long.getLong("seed", System.nanoTime());
        HostileText texts = new HostileText(new Random(seed));
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.next();
            if (PortalText.length(text) == 0) {
                continue;
            }
            String plain = plain(text);

            assertEquals(List.of(), PortalReading.effects(plain), () -> "-Dseed=" + seed + ": " + text);
            assertEquals(seen(text), seen(plain), () -> "-Dseed=" + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Hello, world.", "a > b & c < d", "1/2, 3:4, x;y", "- one\n- two", "50% of #12", "Grüße \ud83d\ude00", "12:30",
            "a -- b",
            "ok; no", "path a/b", "=> x" })
    void textThatNobodyReadsAsMoreStaysAsItIs(String text) {
        assertEquals(text, plain(text));
    }

    /** Clients and later portals may break lines in other places than at line feeds. */
    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u000b", "\f" })
    void aLineOfAnyKindBeginsWithNoCommandOrQuotation(String lineBreak) {
        assertEquals("a" + lineBreak + "\u200b/room", plain("a" + lineBreak + "/room"));
        assertEquals("a" + lineBreak + ">\u200b>b", plain("a" + lineBreak + ">>b"));
    }

    private static String plain(String text) {
        return String.join("", PostedText.of(text, TextFormat.plain, LongText.fail));
    }

    private static String seen(String text) {
        return text.replace("\u200b", "");
    }
}
