package io.github.camelbitrix24.im.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.text.BbToken.Kind;

/**
 * Finds the BB codes of a text as the portal does, which looks for one kind of pair after the other: pairs may overlap,
 * and half of one is text.
 */
final class BbTokens {

    private static final Pattern CODE = Pattern.compile("\\[(/?)([a-z]{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern END_OF_VERBATIM = Pattern.compile("\\[/code]", Pattern.CASE_INSENSITIVE);
    /** The portal's own quotations have 54 dashes; its documentation writes six. */
    private static final Pattern RULE = Pattern.compile("(?:-{54,}+|-{6})(?=\\r?\\n|\\z)");

    private final String text;
    private final List<BbToken> tokens = new ArrayList<>();
    private int literalStart;
    private boolean verbatimEndless;

    private BbTokens(String text) {
        this.text = text;
    }

    static List<BbToken> of(String text) {
        BbTokens found = new BbTokens(text);
        found.scan();
        return paired(found.tokens);
    }

    private void scan() {
        boolean lineStart = true;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at;
            if (c == '\n') {
                end = add(Kind.NEW_LINE, at, at + 1);
            } else if (c == '[') {
                end = code(at);
            } else if (lineStart && text.startsWith(">>", at)) {
                end = add(Kind.QUOTE_MARK, at, at + 2);
            } else if (lineStart && c == '-') {
                Matcher rule = RULE.matcher(text).region(at, text.length());
                end = rule.lookingAt() ? add(Kind.RULE_OPEN, at, rule.end()) : at;
            }
            at = Math.max(end, at + 1);
            lineStart = at == literalStart && tokens.get(tokens.size() - 1).kind() == Kind.NEW_LINE;
        }
        literal(text.length());
    }

    /** @return where the code ends, or where it was looked for if there is none */
    private int code(int at) {
        Matcher name = CODE.matcher(text).region(at, text.length());
        BbTag tag = name.lookingAt() ? BbTag.of(name.group(2)) : null;
        if (tag == null) {
            return at;
        }
        if (!name.group(1).isEmpty()) {
            boolean closes = tag.kind() != BbTag.Kind.ALONE && text.startsWith("]", name.end());
            return closes ? add(new BbToken(Kind.CLOSE, tag, "", at, name.end() + 1, BbToken.NONE)) : at;
        }
        Matcher value = tag.value().matcher(text).region(name.end(), text.length());
        if (!value.lookingAt()) {
            return at;
        }
        if (tag.kind() == BbTag.Kind.VERBATIM) {
            return verbatim(tag, at, value.end());
        }
        if (tag == BbTag.BR) {
            return add(Kind.NEW_LINE, at, value.end());
        }
        return add(new BbToken(
                tag.kind() == BbTag.Kind.ALONE ? Kind.ALONE : Kind.OPEN, tag, value.group(1), at, value.end(), BbToken.NONE));
    }

    private int verbatim(BbTag tag, int at, int contentStart) {
        Matcher end = END_OF_VERBATIM.matcher(text);
        if (verbatimEndless || !end.find(contentStart)) {
            verbatimEndless = true;
            return at;
        }
        add(new BbToken(Kind.OPEN, tag, "", at, contentStart, BbToken.NONE));
        literal(end.start());
        return add(new BbToken(Kind.CLOSE, tag, "", end.start(), end.end(), BbToken.NONE));
    }

    private int add(Kind kind, int start, int end) {
        return add(new BbToken(kind, start, end));
    }

    private int add(BbToken token) {
        literal(token.start());
        tokens.add(token);
        literalStart = token.end();
        return token.end();
    }

    private void literal(int end) {
        if (end > literalStart) {
            tokens.add(new BbToken(Kind.TEXT, literalStart, end));
            literalStart = end;
        }
    }

    private static List<BbToken> paired(List<BbToken> tokens) {
        Map<BbTag, Deque<Integer>> open = new EnumMap<>(BbTag.class);
        Deque<Integer> rules = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            BbToken token = tokens.get(i);
            if (token.kind() == Kind.OPEN || token.kind() == Kind.CLOSE) {
                Deque<Integer> others = open.computeIfAbsent(token.tag(), tag -> new ArrayDeque<>());
                if (token.kind() == Kind.OPEN) {
                    others.push(i);
                } else if (!others.isEmpty()) {
                    pair(tokens, others.pop(), i, Kind.CLOSE);
                }
            } else if (token.kind() == Kind.RULE_OPEN) {
                if (rules.isEmpty()) {
                    rules.push(i);
                } else {
                    pair(tokens, rules.pop(), i, Kind.RULE_CLOSE);
                }
            }
        }
        tokens.replaceAll(token -> isHalf(token) ? token.as(Kind.LITERAL, BbToken.NONE) : token);
        return tokens;
    }

    private static void pair(List<BbToken> tokens, int opening, int closing, Kind closes) {
        tokens.set(opening, tokens.get(opening).as(tokens.get(opening).kind(), closing));
        tokens.set(closing, tokens.get(closing).as(closes, opening));
    }

    private static boolean isHalf(BbToken token) {
        boolean pair = switch (token.kind()) {
            case OPEN, CLOSE, RULE_OPEN, RULE_CLOSE -> true;
            default -> false;
        };
        return pair && token.partner() == BbToken.NONE;
    }
}
