package io.github.camelbitrix24.im.testkit;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a message as events show it: bare URLs are wrapped, short mentions expanded, a deleted message speaks of
 * it.
 */
final class RenderedText {

    private static final int LIMIT = 20_000;
    private static final String MARK = " (...)";
    private static final Pattern TOKEN = Pattern.compile(
            "\\[(?<tag>CODE|PUT|SEND|URL)\\b[^]]*].*?\\[/\\k<tag>]"
                                                         + "|\\[USER=(?<id>\\d+|all)]\\[/USER]"
                                                         + "|(?<url>(?:https?://|www\\.)[^\\s\\[\\]<>\"]+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private RenderedText() {
    }

    static String of(Message message, Directory directory) {
        if (message.deleted) {
            return "This message was deleted.";
        }
        Matcher tokens = TOKEN.matcher(decoded(message.text()));
        return tokens.replaceAll(token -> Matcher.quoteReplacement(rendered(token, tokens, directory)));
    }

    /** What is too long is stored shortened; characters beyond the basic plane count as one. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) > LIMIT + MARK.length()
                ? text.substring(0, text.offsetByCodePoints(0, LIMIT)) + MARK
                : text;
    }

    private static String rendered(MatchResult token, Matcher tokens, Directory directory) {
        String mention = tokens.group("id");
        String url = tokens.group("url");
        if (mention != null) {
            return "[USER=" + mention + " REPLACE]" + name(mention, directory) + "[/USER]";
        }
        return url == null ? token.group() : wrapped(url);
    }

    private static String name(String mention, Directory directory) {
        return mention.equals("all")
                ? "All members"
                : directory.find(Php.integer(mention)).map(user -> user.name).orElse("");
    }

    private static String wrapped(String url) {
        String bare = url.replaceFirst("[.,?!;]+$", "");
        String rest = url.substring(bare.length());
        return (bare.startsWith("www.") ? "[URL=http://" + bare + "]" + bare : "[URL]" + bare) + "[/URL]" + rest;
    }

    private static String decoded(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;",
                        "&");
    }
}
