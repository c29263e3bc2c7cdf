package io.github.camelbitrix24.im.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of a text that is too long for one message. */
class LongTextTest {

    @Test
    void aTextOfTheGreatestLengthIsPostedAsItIs() {
        String text = " \n" + "\ud83d\ude00".repeat(19_998) + "[BR][br]x ".repeat(1).replace("x", "");

        assertEquals(List.of(text), PostedText.of(text, TextFormat.bb, LongText.fail));
        assertEquals(List.of("[br]x" + "y".repeat(19_999)),
                PostedText.of("[br]x" + "y".repeat(19_999), TextFormat.bb, LongText.fail));
    }

    @Test
    void aLongerOneIsRefusedWithItsLength() {
        String text = "\ud83d\ude00".repeat(20_001);

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> PostedText.of(text, TextFormat.bb, LongText.fail));

        assertEquals("The text has 20001 characters, and Bitrix24 would cut it after 20000: make it shorter, or send it"
                     + " with the option longText=split",
                e.getMessage());
    }

    @Test
    void itIsSplitIfThatIsAskedFor() {
        List<String> parts = PostedText.of("x".repeat(45_000), TextFormat.bb, LongText.split);

        assertEquals(45_000, String.join("", parts).length());
        assertEquals(3, parts.size());
    }

    @Test
    void theLengthThatCountsIsThatOfWhatIsPosted() {
        assertEquals(1, PostedText.of("**" + "x".repeat(19_992) + "**", TextFormat.markdown, LongText.fail).size());
        assertThrows(IllegalArgumentException.class,
                () -> PostedText.of("*" + "x".repeat(19_997) + "*", TextFormat.markdown, LongText.fail));
    }

    @Test
    void whereNoFileCanBeALongTextIsAnError() {
        assertEquals(List.of("x"), PostedText.of("x", TextFormat.bb, LongText.file));
        assertThrows(IllegalArgumentException.class, () -> PostedText.of("x".repeat(20_001), TextFormat.bb, LongText.file));
    }

    @Test
    void theBeginningOfALongTextIsShortAndClosed() {
        assertEquals(null, PostedText.beginning("x".repeat(20_000), TextFormat.bb));
        String beginning = PostedText.beginning("[B]" + "word ".repeat(5_000) + "[/B]", TextFormat.bb);
        assertTrue(beginning.startsWith("[B]word word") && beginning.endsWith("word [/b] ..."), beginning);
        assertTrue(beginning.length() < 1_020, beginning);
    }

    @Test
    void aBlankTextIsAnError() {
        for (String blank : List.of("", " \n\t", "[BR]#BR#")) {
            assertThrows(IllegalArgumentException.class, () -> PostedText.of(blank, TextFormat.bb, LongText.fail));
        }
    }
}
