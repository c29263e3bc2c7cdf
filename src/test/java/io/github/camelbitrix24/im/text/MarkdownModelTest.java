package io.github.camelbitrix24.im.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Random texts with styles: whoever reads the Markdown sees each character in the style that it has on the portal. Run
 * one seed again with {@code -Dseed=}.
 */
class MarkdownModelTest {

    private static final List<String> TEXTS = List.of("a", "b", "word", " ", " ", "\n", "(", ")", ".", "!", "\"", "*", "**",
            "_", "~", "`",
            "\\", "[", "]", "<b>", "#", "- ", "1. ", "> ", "é", "李", "\ud83d\ude00", "&amp;", "|", "=", "---", "+ ", "~~", ":");

    @RepeatedTest(20)
    void everyCharacterKeepsItsStyle(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 500L + repetition.getCurrentRepetition());
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<String> styled = new ArrayList<>();
            String bb = text(random, styled);
            String markdown = BbText.toMarkdown(bb);

            assertEquals(String.join("", styled).strip(), String.join("", read(markdown)).strip(),
                    () -> "seed " + seed + ", text " + bb + "\nin Markdown " + markdown);
        }
    }

    /** A text in which pairs are closed in any order, and for each visible character the styles that are open. */
    private static String text(Random random, List<String> styled) {
        StringBuilder bb = new StringBuilder("x");
        styled.add("x");
        boolean[] open = new boolean[3];
        for (int n = random.nextInt(25); n > 0; n--) {
            if (random.nextInt(3) == 0) {
                int style = random.nextInt(3);
                open[style] = !open[style];
                bb.append(tag(style, open[style]));
            } else {
                String text = TEXTS.get(random.nextInt(TEXTS.size()));
                bb.append(text);
                add(text, open, styled);
            }
        }
        for (int style = 0; style < 3; style++) {
            bb.append(open[style] ? tag(style, false) : "");
        }
        return bb.toString();
    }

    private static String tag(int style, boolean opens) {
        return (opens ? "[" : "[/") + "bis".charAt(style) + "]";
    }

    private static void add(String text, boolean[] open, List<String> styled) {
        String styles = (open[0] ? "b" : "") + (open[1] ? "i" : "") + (open[2] ? "s" : "");
        text.codePoints().filter(c -> !Character.isWhitespace(c) && c != 0xa0 && c != 0x200b)
                .forEach(c -> styled.add(Character.toString(c) + styles));
    }

    private static List<String> read(String markdown) {
        List<String> styled = new ArrayList<>();
        boolean[] open = new boolean[3];
        Node document = Parser.builder()
                .extensions(Arrays.asList(StrikethroughExtension.create(), TablesExtension.create())).build().parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                add(text.getLiteral(), open, styled);
            }

            @Override
            public void visit(StrongEmphasis node) {
                within(0, node);
            }

            @Override
            public void visit(Emphasis node) {
                within(1, node);
            }

            @Override
            public void visit(CustomNode node) {
                within(node instanceof Strikethrough ? 2 : 0, node);
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
            }

            private void within(int style, Node node) {
                boolean before = open[style];
                open[style] = true;
                visitChildren(node);
                open[style] = before;
            }
        });
        return styled;
    }
}
