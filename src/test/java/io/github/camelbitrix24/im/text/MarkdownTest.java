package io.github.camelbitrix24.im.text;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Markdown in BB codes. Run again with {@code -Dseed=...} as a failure says. */
class MarkdownTest {

    private static final int TEXTS = 3_000;
    private static final Set<String> HARMLESS = Set.of("style", "url", "address", "image", "smiley", "quote", "code");

    static List<List<String>> conversions() {
        return List.of(
                List.of("**bold** and *italic* and ~~gone~~", "[b]bold[/b] and [i]italic[/i] and [s]gone[/s]"),
                List.of("***both*** and __b _i___", "[i][b]both[/b][/i] and [b]b [i]i[/i][/b]"),
                List.of("**a __b__ c**", "[b]a b c[/b]"),
                List.of("~5 to ~10", "~5 to ~10"),
                List.of("[site](https://a.example/x?y=1 \"title\")", "[url=https://a.example/x?y=1]site[/url]"),
                List.of("[a](<https://a.example/b[1]>)", "[url=https://a.example/b%5B1%5D]a[/url]"),
                List.of("[page](/company/) [file](doc.md) [bad](javascript:x)",
                        "[url=/company/]page[/url] file (doc.md) bad (javascript:x)"),
                List.of("<https://a.example/>", "[url=https://a.example/]https://a.example/[/url]"),
                List.of("**see https://a.example/x**", "[b]see [url]https://a.example/x[/url][/b]"),
                List.of("![plan](https://a.example/p.png)", "[url=https://a.example/p.png]plan[/url]"),
                List.of("[![logo](https://a.example/l.png)](https://a.example)", "[url=https://a.example]logo[/url]"),
                List.of("![](https://a.example/p.png)", "[url=https://a.example/p.png]https://a.example/p.png[/url]"),
                List.of("run `a[0]` and `b`", "run [code]a[0][/code] and [code]b[/code]"),
                List.of("```java\nif (a[i] > 0) {\n    b();\n}\n```\nthen",
                        "[code]if (a[i] > 0) {\n    b();\n}[/code]\n\nthen"),
                List.of("    indented\n      more", "[code]indented\n  more[/code]"),
                List.of("> one\n> two\n>\n> three\n\nfour", ">>one\n>>two\n>>\n>>three\n\nfour"),
                List.of("> a\n> > b", ">>a\n>>\n>>> b"),
                List.of("> ```\n> a\n> b\n> ```", ">>[code]a\nb[/code]"),
                List.of("- one\n- two\n  - three\n- four", "• one\n• two\n    • three\n• four"),
                List.of("3. one\n4. two\n\n   more", "3. one\n\n4. two\n\n    more"),
                List.of("1) a\n   - b\n2) c", "1) a\n    • b\n2) c"),
                List.of("- > said", "• \n>>    said"),
                List.of("# Title\ntext\n\n## **Sub** *x*", "[b]Title[/b]\ntext\n\n[b]Sub [i]x[/i][/b]"),
                List.of("one\ntwo\\\nthree  \nfour", "one\ntwo\nthree\nfour"),
                List.of("one\n\ntwo", "one\n\ntwo"),
                List.of("a\n\n---\n\nb", "a\n\n———\n\nb"),
                List.of("| name | n |\n|:--|--:|\n| **Ann** | 5 |\n| Bé, 李 | 12345 |",
                        "[code]name   |     n\n-------+------\nAnn    |     5\nBé, 李 | 12345[/code]"),
                List.of("|a|b|\n|:-:|-|\n|x|`y` [l](https://a.example)|\n|long cell|z<br>w|",
                        "[code]    a     | b\n----------+----\n    x     | y l\nlong cell | z w[/code]"),
                List.of("a <b>c</b><br>d", "a <b>c</b>\nd"),
                List.of("<div>\nx\n</div>", "<div>\nx\n</div>"),
                List.of("&amp; &copy; 5 &lt; 6", "& © 5 < 6"));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void markdownIsPostedInBbCodes(List<String> conversion) {
        assertEquals(conversion.get(1), posted(conversion.get(0)));
    }

    @ParameterizedTest
    @FieldSource("io.github.camelbitrix24.im.text.HostileText#WORKING")
    void codesOfThePortalAreText(String hostile) {
        assertHarmless(hostile, posted(hostile));
        assertHarmless(hostile, posted("**" + hostile + "**"));
        assertHarmless(hostile, posted("```\n" + hostile + "\n```\nafter"));
        assertHarmless(hostile, posted("x\n\n    " + hostile.replace("\n", "\n    ")));
        assertHarmless(hostile, posted("`x`" + hostile + "`y`"));
        assertHarmless(hostile, posted("[" + hostile + "](https://a.example)"));
    }

    @Test
    void soIsAnyMixtureOfThem() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        HostileText texts = new HostileText(random);
        for (int i = 0; i < TEXTS; i++) {
            String text = "x " + texts.next() + (random.nextBoolean() ? "`" : " *") + texts.next()
                          + (random.nextBoolean() ? "`" : "*");

            assertHarmless("-Dseed=" + seed + ": " + text, posted(text));
        }
    }

    @Test
    void whatIsNestedTooDeepIsTextAndNothingIsLost() {
        String seen = posted("> ".repeat(3_000) + "quoted") + posted("- ".repeat(3_000) + "listed")
                      + posted("*a **b ".repeat(1_500) + "inner" + "** *".repeat(1_500));

        assertTrue(seen.contains("quoted") && seen.contains("listed") && seen.contains("inner"));
    }

    @Test
    void digitsAreThoseOfTheTextInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("7. [i]x[/i]", posted("7. *x*"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTextOfWhichNothingIsSeenIsAnError() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> posted("[a]: https://a.example"));

        assertEquals("No text to send: nothing would be seen of it", e.getMessage());
    }

    private static void assertHarmless(String text, String posted) {
        List<String> effects = PortalReading.effects(posted).stream()
                .filter(effect -> !HARMLESS.contains(effect.replaceFirst("(?s):.*", ""))).toList();
        assertEquals(List.of(), effects, () -> text + "\nposted as " + posted);
    }

    private static String posted(String markdown) {
        return String.join("", PostedText.of(markdown, TextFormat.markdown, LongText.split));
    }
}
