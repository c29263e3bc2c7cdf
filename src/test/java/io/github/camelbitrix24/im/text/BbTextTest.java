package io.github.camelbitrix24.im.text;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Texts of the portal in other notations. */
class BbTextTest {

    private static final String RULE = "-".repeat(54);

    static List<List<String>> conversions() {
        return List.of(
                List.of("[b]b[/b] [I]i[/I] [u]u[/u] [s]s[/s]", "**b** *i* u ~~s~~", "b i u s"),
                List.of("[b] x [/b]y", " **x** y", " x y"),
                List.of("a[b](x)[/b]c", "a**\u200b(x)\u200b**c", "a(x)c"),
                List.of("[b]a[/b][b]b[/b][i]c[/i]", "**ab**\u200b*c*", "abc"),
                List.of("[b]a[i]b[/b]c[/i]", "**a*b*\u200b**\u200b*c*", "abc"),
                List.of("[b]one\ntwo[/b]", "**one**  \n**two**", "one\ntwo"),
                List.of("[size=20]big[/size] [color=#ff0000]red[/color]", "big red", "big red"),
                List.of("[url]https://a.example/x_y[/url]", "<https://a.example/x_y>", "https://a.example/x_y"),
                List.of("[URL=https://a.example]the [b]site[/b][/URL]", "[the **site**](https://a.example)",
                        "the site (https://a.example)"),
                List.of("[b][url=https://a.example]x[/url][/b]", "[**x**](https://a.example)", "x (https://a.example)"),
                List.of("[url=http://www.a.example]www.a.example[/url]", "[www.a.example](http://www.a.example)",
                        "http://www.a.example"),
                List.of("[url=https://a.example/p?a[1]=2]x[/url]", "[x](https://a.example/p?a[1]=2)",
                        "x (https://a.example/p?a[1]=2)"),
                List.of("[url=https://a.example/(1)][/url]", "[https://a.example/(1)](https://a.example/%281%29)",
                        "https://a.example/(1)"),
                List.of("[url=javascript:x]y[/url]", "y (javascript:x)", "y (javascript:x)"),
                List.of("[USER=7 REPLACE]Ilse Brandt[/USER], [user=all]everybody[/user] [USER=5][/USER]",
                        "Ilse Brandt, everybody User 5", "Ilse Brandt, everybody User 5"),
                List.of("[chat=4]Legal[/chat] [chat=imol|9][/chat] [context=chat5/12]there[/context]",
                        "Legal Chat imol\\|9 there", "Legal Chat imol|9 there"),
                List.of("[send=/room 4]Book[/send] [put]/help[/put] [call=+49 30]Ann[/call] [call]112[/call]",
                        "Book /help Ann 112", "Book /help Ann 112"),
                List.of("[icon=https://a.example/i.png size=20 title=A smile] [disk=12]", "(A smile) (file 12)",
                        "(A smile) (file 12)"),
                List.of("[icon=https://a.example/i.png]x", "x", "x"),
                List.of("[img size=medium]https://a.example/p.jpg [/img]", "![](https://a.example/p.jpg)",
                        "https://a.example/p.jpg"),
                List.of("[timestamp=1645844720 format=SHORT_TIME_FORMAT]", "2022-02-26T03:05:20Z", "2022-02-26T03:05:20Z"),
                List.of("a[br]b#BR#c\n\nd", "a  \nb  \nc\n\nd", "a\nb\nc\n\nd"),
                List.of("run [code]a * [b]b[/b][/code] now", "run `a * [b]b[/b]` now", "run a * [b]b[/b] now"),
                List.of("[code]`x`[/code]", "`` `x` ``", "`x`"),
                List.of("see:\n[code]\n  a\n```\n[/code]\nend", "see:\n````\n  a\n```\n````\nend", "see:\n  a\n```\nend"),
                List.of(">>one\n>>two [b]x[/b]\nthree", "> one  \n> two **x**\n\nthree", "> one\n> two x\nthree"),
                List.of("a\n" + RULE + "\nIlse [12:00] #chat5/1\nwhat?\n" + RULE + "\nb",
                        "a\n> Ilse \\[12:00\\] #chat5/1  \n> what?\n\nb", "a\n> Ilse [12:00] #chat5/1\n> what?\nb"),
                List.of("------\nx\n------\ny", "> x\n\ny", "> x\ny"),
                List.of("[quote]x\n\ny[/quote]z", "> x\n>\n> y\n\nz", "> x\n>\n> y\nz"),
                List.of("[b]open [/i] [foo=1]x[/foo] [user=x]", "\\[b\\]open \\[/i\\] \\[foo=1\\]x\\[/foo\\] \\[user=x\\]",
                        "[b]open [/i] [foo=1]x[/foo] [user=x]"),
                List.of("[code]endless [b]x[/b]", "\\[code\\]endless **x**", "[code]endless x"),
                List.of("*a* _b_ c_d `e` ~f~ <g> \\ &lt; a|b", "\\*a\\* \\_b\\_ c_d \\`e\\` \\~f\\~ \\<g> \\\\ \\&lt; a\\|b",
                        "*a* _b_ c_d `e` ~f~ <g> \\ &lt; a|b"),
                List.of("# a\n- b\n1. c\n> d\n---\n===\n    e\n#f -5 1.5",
                        "\\# a  \n\\- b  \n1\\. c  \n\\> d  \n\\---  \n\\===  \n\u00a0\u00a0\u00a0\u00a0e  \n#f -5 1.5",
                        "# a\n- b\n1. c\n> d\n---\n===\n    e\n#f -5 1.5"));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void bbCodesBecomeMarkdown(List<String> conversion) {
        assertEquals(conversion.get(1), BbText.toMarkdown(conversion.get(0)));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void orPlainText(List<String> conversion) {
        assertEquals(conversion.get(2), BbText.toPlain(conversion.get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Hello **bold** and *italic* text", "# Title", "- one\n- two", "[x](https://a.example)", "`code`", "> quoted",
            "```\na\n  b\n```\nend", "one\n\ntwo" })
    void markdownComesBackWithTheSameLook(String markdown) {
        String bb = TextFormat.markdown.toBb(markdown);

        assertEquals(bb, TextFormat.markdown.toBb(BbText.toMarkdown(bb)));
    }

    @Test
    void codesAreKnownInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals("*x* (file 7)", BbText.toMarkdown("[I]x[/I] [DISK=7]"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noTextStaysNone() {
        assertNull(BbText.toMarkdown(null));
        assertNull(BbText.toPlain(null));
        assertEquals("", BbText.toMarkdown(""));
        assertEquals("", BbText.toPlain(""));
    }
}
