package io.github.camelbitrix24.im.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where a long text is cut. */
class TextSplitterTest {

    private static final int LIMIT = 200;

    @Test
    void betweenParagraphsIfTheyAreNotTooShort() {
        String first = words(60) + "\n" + words(60) + "\n\n";
        String second = words(150);

        assertEquals(List.of(first, second), split(first + second));
    }

    @Test
    void alsoIfTheirLinesEndAsOnWindows() {
        String first = words(60) + "\r\n" + words(60) + "\r\n\r\n";
        String second = words(50) + "\r\n" + words(100);

        assertEquals(List.of(first, second), split(first + second));
    }

    @Test
    void elseBetweenLines() {
        String first = words(60) + "\n" + words(60) + "\n";
        String second = words(50) + " " + words(100);

        assertEquals(List.of(first, second), split(first + second));
    }

    @Test
    void elseBetweenWords() {
        List<String> parts = split("word ".repeat(100));

        assertTrue(parts.stream().allMatch(part -> part.endsWith("word ")), parts.toString());
        assertEquals("word ".repeat(100), String.join("", parts));
    }

    @Test
    void elseBetweenCharactersAsPeopleSeeThem() {
        String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66";
        List<String> parts = split(family.repeat(100));

        assertEquals(family.repeat(100), String.join("", parts));
        assertTrue(parts.stream().allMatch(part -> part.replace(family, "").isEmpty()), parts.toString());
    }

    @Test
    void oneThatIsMadeToHaveNoEndIsCutAnywhere() {
        String endless = "a" + "\u0301".repeat(1_000);
        List<String> parts = split(endless);

        assertEquals(endless, String.join("", parts));
        assertTrue(parts.stream().allMatch(part -> PortalText.length(part) <= LIMIT));
    }

    @Test
    void notWithinAPairIfThereIsAPlaceBefore() {
        String before = words(120) + " ";
        String pair = "[b]" + words(100) + "[/b]";

        assertEquals(List.of(before, pair), split(before + pair));
    }

    @Test
    void aPairThatIsTooLongIsClosedAndOpenedAgain() {
        List<String> parts = split("[b]x [url=https://a.example]" + "word ".repeat(60) + "[/url][/b] end");

        assertEquals("[b]x [url=https://a.example]" + "word ".repeat(32) + "[/url][/b]", parts.get(0));
        assertEquals("[b][url=https://a.example]" + "word ".repeat(28) + "[/url][/b] end", parts.get(1));
    }

    @Test
    void linesOfCodeStayWhole() {
        String code = IntStream.range(0, 30).mapToObj(i -> "    line(" + i + ");").collect(Collectors.joining("\n"));
        List<String> parts = split("[code]" + code + "[/code]");

        assertTrue(parts.stream().allMatch(part -> part.startsWith("[code]    line(") && part.endsWith("[/code]")),
                parts.toString());
        assertEquals(code, parts.stream().map(part -> part.replace("[code]", "").replace("[/code]", ""))
                .collect(Collectors.joining()));
    }

    @Test
    void aMentionIsNeverTwo() {
        String mention = "[USER=12]Marco Polo[/USER]";
        List<String> parts = split("x".repeat(180) + mention + "y".repeat(100));

        assertEquals(1, parts.stream().filter(part -> part.contains(mention)).count());
        assertEquals(1, String.join("", parts).split("USER=", -1).length - 1);
    }

    @Test
    void aQuotedLineStaysQuoted() {
        List<String> parts = split(">>" + "word ".repeat(60) + "\nafter");

        assertTrue(parts.stream().allMatch(part -> part.startsWith(">>word")), parts.toString());
    }

    @Test
    void soDoesAQuotationOfAMessage() {
        String rule = "-".repeat(54);
        String text = rule + "\nIlse [12:00]\n" + "word ".repeat(300) + "\n" + rule + "\nI agree";

        List<String> parts = new TextSplitter(text, 4 * LIMIT).parts();

        assertTrue(parts.size() > 2, parts.toString());
        for (String part : parts.subList(0, parts.size() - 1)) {
            assertTrue(part.startsWith(rule + "\n") && part.stripTrailing().endsWith("\n" + rule), parts.toString());
        }
        assertTrue(parts.get(parts.size() - 1).endsWith("\nI agree"));
    }

    @Test
    void whatWasNoCommandIsNoneAtTheStartOfAPart() {
        List<String> parts = split("w".repeat(195) + " /deploy now " + "x".repeat(100) + "\n  /deploy " + "y".repeat(150)
                                   + "\n/deploy " + "z".repeat(170));

        assertEquals(List.of("\u200b/deploy", "  \u200b/deploy", "/deploy"),
                parts.stream().skip(1).map(part -> part.substring(0, part.indexOf("y") + 1)).toList());
    }

    @Test
    void blanksThatWouldBeAPartAreLeftOut() {
        List<String> parts = split("a" + " ".repeat(1_000) + "b" + "\n".repeat(1_000));

        assertTrue(parts.stream().noneMatch(String::isBlank), parts.toString());
        assertEquals("ab", String.join("", parts).replaceAll("\\s", ""));
    }

    @Test
    void halfAPairIsText() {
        String text = "[b]" + "word ".repeat(50) + "[/i][url=" + "x".repeat(300) + "]" + "[i]".repeat(300);

        assertEquals(text, String.join("", split(text)));
    }

    @Test
    void codesThatWouldFillAPartAreText() {
        String text = "[b][i]".repeat(200) + "x" + "[/i][/b]".repeat(200);

        List<String> parts = split(text);

        assertTrue(parts.stream().allMatch(part -> PortalText.length(part) <= LIMIT));
        assertTrue(String.join("", parts).contains("x"));
    }

    private static List<String> split(String text) {
        return new TextSplitter(text, LIMIT).parts();
    }

    private static String words(int length) {
        return "word ".repeat(length / 5 + 1).substring(0, length - 1) + ".";
    }
}
