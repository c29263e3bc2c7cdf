package io.github.camelbitrix24.im.text;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a text with BB codes line by line and writes it in another notation. Use an instance once.
 */
abstract class BbRendering {

    private static final Pattern ICON_TITLE = Pattern.compile(
            "\\btitle=(.*?)\\s*(?:(?:width|height|size)=.*)?$", Pattern.CASE_INSENSITIVE);

    /** @param raw whether it is meant as it is, in a block of code */
    record Line(String content, boolean quoted, boolean raw) {

        String shown() {
            boolean apart = content.isEmpty() || content.startsWith(" ") && !raw;
            return quoted ? (apart ? ">" : "> ") + content : content;
        }
    }

    private record Pair(int closing, BbTag tag, String value, int contentStart, StringBuilder content) {
    }

    private final List<Line> lines = new ArrayList<>();
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private StringBuilder line = new StringBuilder();
    private boolean fresh = true;
    private boolean markedQuote;
    private int quotes;

    final String render(String bb) {
        String text = bb.replace("\r\n", "\n").replace("#BR#", "\n");
        List<BbToken> tokens = BbTokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            BbToken token = tokens.get(i);
            String source = text.substring(token.start(), token.end());
            switch (token.kind()) {
                case TEXT, LITERAL -> write(text(source, fresh));
                case NEW_LINE -> newLine();
                case QUOTE_MARK -> markedQuote = true;
                case RULE_OPEN -> i = beginQuote(tokens, i);
                case RULE_CLOSE -> i = endQuote(tokens, i);
                case ALONE -> write(alone(token.tag(), token.value(), source));
                case OPEN -> i = open(text, tokens, i);
                case CLOSE -> i = close(text, tokens, i);
            }
        }
        endLine();
        return join(lines);
    }

    /** @param lineStart whether nothing but codes precedes it in its line */
    abstract String text(String literal, boolean lineStart);

    /** What begins or ends a style; nothing if there is no such style. */
    abstract String style(BbTag tag, boolean begins);

    /** What begins or ends all styles that are open now. */
    abstract String allStyles(boolean begins);

    /** A text with what begins and ends styles, without such as have nothing between them. */
    abstract String settled(String content);

    abstract String link(String content, String target, boolean nested);

    abstract String image(String address);

    /** Code of one line. */
    abstract String code(String content);

    /** Code of several lines. */
    abstract List<String> codeBlock(List<String> content);

    /** What becomes of the end of a line within a link or another pair that is one thing. */
    abstract String lineEndWithin();

    /** A finished line. */
    abstract String line(String content);

    abstract String join(List<Line> lines);

    final void write(String written) {
        if (!written.isEmpty()) {
            target().append(written);
            fresh &= written.isBlank();
        }
    }

    private StringBuilder target() {
        return pairs.isEmpty() ? line : pairs.peek().content();
    }

    private int open(String text, List<BbToken> tokens, int at) {
        BbToken token = tokens.get(at);
        switch (token.tag().kind()) {
            case VERBATIM:
                return verbatim(text, tokens, at);
            case STYLE:
                if (token.tag() == BbTag.QUOTE) {
                    return beginQuote(tokens, at);
                }
                target().append(style(token.tag(), true));
                return at;
            default:
                target().append(allStyles(false));
                pairs.push(new Pair(token.partner(), token.tag(), token.value(), token.end(), new StringBuilder()));
                target().append(allStyles(true));
                return at;
        }
    }

    private int close(String text, List<BbToken> tokens, int at) {
        BbToken token = tokens.get(at);
        if (token.tag() == BbTag.QUOTE) {
            return endQuote(tokens, at);
        }
        if (token.tag().kind() == BbTag.Kind.STYLE) {
            target().append(style(token.tag(), false));
        } else if (pairs.stream().anyMatch(pair -> pair.closing() == at)) {
            boolean closed = false;
            while (!closed) {
                target().append(allStyles(false));
                Pair pair = pairs.pop();
                closed = pair.closing() == at;
                write(pair(pair, text.substring(pair.contentStart(), token.start())));
                target().append(allStyles(true));
            }
        }
        return at;
    }

    private String pair(Pair pair, String source) {
        String content = settled(pair.content().toString());
        String value = pair.value().isEmpty() ? "" : pair.value().substring(1);
        return switch (pair.tag()) {
            case URL -> link(content, value.isEmpty() ? source.strip() : value,
                    pairs.stream().anyMatch(outer -> outer.tag() == BbTag.URL));
            case IMG -> image(source.strip());
            case USER -> content.isBlank() ? text("User " + value.split(" ")[0], false) : content;
            case CHAT -> content.isBlank() ? text("Chat " + value, false) : content;
            case DIALOG, CONTEXT, PUT, SEND, CALL -> content.isBlank() ? text(value, false) : content;
            default -> content;
        };
    }

    private String alone(BbTag tag, String value, String source) {
        return switch (tag) {
            case ICON -> {
                Matcher title = ICON_TITLE.matcher(value);
                yield title.find() && !title.group(1).isBlank() ? text("(" + title.group(1).strip() + ")", false) : "";
            }
            case TIMESTAMP -> moment(value, source);
            case DISK, ATTACH -> text("(file " + value.substring(1) + ")", false);
            default -> text(source, fresh);
        };
    }

    private String moment(String value, String source) {
        long seconds = Long.parseLong(value.substring(1, value.indexOf(' ')));
        boolean representable = seconds <= Instant.MAX.getEpochSecond();
        return text(representable ? Instant.ofEpochSecond(seconds).toString() : source, fresh);
    }

    private int verbatim(String text, List<BbToken> tokens, int at) {
        BbToken open = tokens.get(at);
        BbToken close = tokens.get(open.partner());
        String content = text.substring(open.end(), close.start());
        if (content.startsWith("\n")) {
            content = content.substring(1);
        }
        if (!content.contains("\n") || !pairs.isEmpty()) {
            write(code(content.replace('\n', ' ')));
            return open.partner();
        }
        if (!fresh) {
            endLine();
        }
        for (String codeLine : codeBlock(content.stripTrailing().lines().toList())) {
            lines.add(new Line(codeLine, isQuoted(), true));
        }
        return withoutNewLine(tokens, open.partner());
    }

    private int beginQuote(List<BbToken> tokens, int at) {
        if (!fresh) {
            newLine();
        }
        quotes++;
        return withoutNewLine(tokens, at);
    }

    private int endQuote(List<BbToken> tokens, int at) {
        if (!fresh) {
            newLine();
        }
        quotes--;
        return withoutNewLine(tokens, at);
    }

    /** The code stands in a line of its own, which is not shown. */
    private static int withoutNewLine(List<BbToken> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).kind() == BbToken.Kind.NEW_LINE ? at + 1 : at;
    }

    private void newLine() {
        if (!pairs.isEmpty()) {
            target().append(lineEndWithin());
            return;
        }
        lines.add(new Line(line(line.toString()), isQuoted(), false));
        line = new StringBuilder();
        fresh = true;
        markedQuote = false;
    }

    /** What is left: a last line without an end, and pairs that end behind the pair around them. */
    private void endLine() {
        if (!fresh || line.length() > 0) {
            newLine();
        }
    }

    private boolean isQuoted() {
        return markedQuote || quotes > 0;
    }
}
