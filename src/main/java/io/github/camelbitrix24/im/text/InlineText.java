package io.github.camelbitrix24.im.text;

import java.util.regex.Pattern;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * What is seen of a part of a Markdown document, without its markup, in one line.
 */
final class InlineText {

    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);

    private InlineText() {
    }

    static String of(Node parent) {
        StringBuilder text = new StringBuilder();
        // without recursion, since this is for what is too deep for it as well
        Node node = parent.getFirstChild();
        while (node != null) {
            text.append(own(node));
            Node next = node.getFirstChild();
            while (next == null && node != parent) {
                next = node.getNext();
                node = node.getParent();
            }
            node = next;
        }
        return text.toString();
    }

    static boolean isLineBreak(HtmlInline html) {
        return LINE_BREAK.matcher(html.getLiteral()).matches();
    }

    private static String own(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof HtmlInline html && !isLineBreak(html)) {
            return html.getLiteral();
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak || node instanceof HtmlInline
                || node instanceof Block ? " " : "";
    }
}
