package io.github.camelbitrix24.im.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with BB codes as it is seen. Quotations begin with {@code >}, and where a link leads stands behind it.
 */
final class BbToPlain extends BbRendering {

    @Override
    String text(String literal, boolean lineStart) {
        return literal;
    }

    @Override
    String style(BbTag tag, boolean begins) {
        return "";
    }

    @Override
    String allStyles(boolean begins) {
        return "";
    }

    @Override
    String settled(String content) {
        return content;
    }

    @Override
    String link(String content, String target, boolean nested) {
        boolean same = content.isBlank() || content.equals(target) || ("http://" + content).equals(target)
                || ("https://" + content).equals(target);
        return same ? target : content + " (" + target + ")";
    }

    @Override
    String image(String address) {
        return address;
    }

    @Override
    String code(String content) {
        return content;
    }

    @Override
    List<String> codeBlock(List<String> content) {
        return content;
    }

    @Override
    String lineEndWithin() {
        return " ";
    }

    @Override
    String line(String content) {
        return content;
    }

    @Override
    String join(List<Line> lines) {
        return lines.stream().map(Line::shown).collect(Collectors.joining("\n"));
    }
}
