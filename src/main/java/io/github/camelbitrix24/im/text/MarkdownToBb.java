package io.github.camelbitrix24.im.text;

import java.util.List;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown as BB codes. What BB codes lack becomes what looks like it: headings are bold, tables are code with aligned
 * columns, images are links, HTML is text. Use an instance once.
 */
final class MarkdownToBb extends AbstractVisitor {

    /**
     * Blocks and spans within each other; what is deeper is text. Nobody writes so, and each takes a piece of stack.
     */
    private static final int DEEPEST = 100;
    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST)
            .extensions(List.of(TablesExtension.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .build();

    private final BbWriter bb = new BbWriter();
    private int depth;

    String convert(String markdown) {
        visitChildren(PARSER.parse(markdown));
        return bb.finished();
    }

    @Override
    protected void visitChildren(Node parent) {
        if (depth == DEEPEST * 2) {
            bb.text(InlineText.of(parent));
            return;
        }
        depth++;
        super.visitChildren(parent);
        depth--;
    }

    @Override
    public void visit(Paragraph paragraph) {
        bb.beginBlock();
        visitChildren(paragraph);
        bb.endBlock(isInTightItem(paragraph) ? 1 : 2);
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getFirstChild() != null) {
            bb.beginBlock();
            styled(BbTag.B, heading);
            bb.endBlock(1);
        }
    }

    @Override
    public void visit(BlockQuote quote) {
        bb.beginBlock();
        bb.beginQuote();
        visitChildren(quote);
        bb.endPrefix();
        bb.endBlock(2);
    }

    @Override
    public void visit(BulletList list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item, "• ");
        }
        bb.endBlock(listEnd(list));
    }

    @Override
    public void visit(OrderedList list) {
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        String delimiter = list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext(), number++) {
            item(item, number + delimiter + " ");
        }
        bb.endBlock(listEnd(list));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        codeBlock(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        codeBlock(block.getLiteral());
    }

    @Override
    public void visit(HtmlBlock block) {
        bb.beginBlock();
        lines(block.getLiteral());
        bb.endBlock(2);
    }

    @Override
    public void visit(ThematicBreak line) {
        bb.beginBlock();
        bb.text("———");
        bb.endBlock(2);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            bb.beginBlock();
            bb.verbatim(CodeTable.of(table));
            bb.endBlock(2);
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(Text text) {
        bb.text(text.getLiteral());
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled(BbTag.I, emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        styled(BbTag.B, emphasis);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            styled(BbTag.S, node);
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Code code) {
        bb.verbatim(code.getLiteral());
    }

    @Override
    public void visit(Link link) {
        link(link, link.getDestination());
    }

    @Override
    public void visit(Image image) {
        link(image, image.getDestination());
    }

    @Override
    public void visit(HtmlInline html) {
        if (InlineText.isLineBreak(html)) {
            bb.newLine();
        } else {
            lines(html.getLiteral());
        }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        bb.newLine();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        bb.newLine();
    }

    private void styled(BbTag tag, Node node) {
        boolean opened = node.getFirstChild() != null && bb.open(tag, "");
        visitChildren(node);
        if (opened) {
            bb.close(tag);
        }
    }

    private void link(Node node, String target) {
        if (bb.isOpen(BbTag.URL)) {
            visitChildren(node);
        } else if (LinkTarget.isKnown(target)) {
            bb.open(BbTag.URL, "=" + LinkTarget.inBb(target));
            if (InlineText.of(node).isBlank()) {
                bb.text(target);
            } else {
                visitChildren(node);
            }
            bb.close(BbTag.URL);
        } else {
            visitChildren(node);
            bb.text(target.isEmpty() ? "" : " (" + target + ")");
        }
    }

    private void item(Node item, String marker) {
        bb.beginBlock();
        bb.beginItem(marker);
        visitChildren(item);
        bb.endPrefix();
        bb.endBlock(((ListBlock) item.getParent()).isTight() ? 1 : 2);
    }

    private void codeBlock(String content) {
        bb.beginBlock();
        bb.verbatim(content.endsWith("\n") ? content.substring(0, content.length() - 1) : content);
        bb.endBlock(2);
    }

    private void lines(String literal) {
        String[] lines = literal.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                bb.newLine();
            }
            bb.text(lines[i]);
        }
    }

    private static boolean isInTightItem(Node block) {
        return block.getParent() instanceof ListItem && ((ListBlock) block.getParent().getParent()).isTight();
    }

    private static int listEnd(Node list) {
        return isInTightItem(list) ? 1 : 2;
    }
}
