package io.github.camelbitrix24.im.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with BB codes in Markdown. Sizes, colours and underlining have no Markdown and are left out.
 */
final class BbToMarkdown extends BbRendering {

    private final Emphasis emphasis = new Emphasis();

    @Override
    String text(String literal, boolean lineStart) {
        return MarkdownEscape.escape(literal, lineStart);
    }

    @Override
    String style(BbTag tag, boolean begins) {
        return begins ? emphasis.begin(tag) : emphasis.end(tag);
    }

    @Override
    String allStyles(boolean begins) {
        return begins ? emphasis.allBegin() : emphasis.allEnd();
    }

    @Override
    String settled(String content) {
        return Emphasis.settled(content);
    }

    @Override
    String link(String content, String target, boolean nested) {
        if (nested) {
            return content;
        }
        if (!LinkTarget.isKnown(target)) {
            String shown = content.isBlank() ? text(target, false) : content;
            return content.isBlank() || content.equals(text(target, false)) ? shown : shown + text(" (" + target + ")", false);
        }
        String safe = LinkTarget.inMarkdown(target);
        boolean address = !target.startsWith("/") && safe.equals(target);
        if (content.isBlank() || content.equals(text(target, false))) {
            return address ? "<" + target + ">" : "[" + text(target, false) + "](" + safe + ")";
        }
        return "[" + content + "](" + safe + ")";
    }

    @Override
    String image(String address) {
        return LinkTarget.isKnown(address) ? "![](" + LinkTarget.inMarkdown(address) + ")" : text(address, false);
    }

    @Override
    String code(String content) {
        if (content.isBlank()) {
            return content;
        }
        String fence = MarkdownEscape.fence(content, 1);
        boolean padded = content.startsWith("`") || content.endsWith("`")
                || content.startsWith(" ") && content.endsWith(" ");
        return fence + (padded ? " " + content + " " : content) + fence;
    }

    @Override
    List<String> codeBlock(List<String> content) {
        String fence = MarkdownEscape.fence(String.join("\n", content), 3);
        List<String> block = new ArrayList<>(content);
        block.add(0, fence);
        block.add(fence);
        return block;
    }

    @Override
    String lineEndWithin() {
        return " ";
    }

    @Override
    String line(String content) {
        return MarkdownEscape.unindented(emphasis.resolved(content));
    }

    /** A line break within a paragraph takes two blanks, and a quotation ends with an empty line. */
    @Override
    String join(List<Line> lines) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            joined.append(line.shown());
            if (i + 1 < lines.size()) {
                Line next = lines.get(i + 1);
                boolean paragraphGoesOn = !line.raw() && !next.raw() && line.quoted() == next.quoted()
                        && !line.content().isBlank() && !next.content().isBlank();
                joined.append(paragraphGoesOn ? "  \n" : "\n");
                if (line.quoted() && !next.quoted() && !next.content().isBlank()) {
                    joined.append('\n');
                }
            }
        }
        return joined.toString();
    }
}
