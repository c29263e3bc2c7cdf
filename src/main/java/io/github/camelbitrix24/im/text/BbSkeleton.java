package io.github.camelbitrix24.im.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The codes and lines of a text, with other words between them. */
public final class BbSkeleton {

    /** What there is between and in the codes instead. Nothing of it may have brackets or line breaks. */
    public interface Filling {

        String words(String words);

        /** Of a person or a chat. */
        String name(String name);

        String link(String address);

        String phone(String number);
    }

    private static final Pattern LINK = Pattern.compile("(?:[a-z]{2,10}:/)?/\\S*|www\\.\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE
            = Pattern.compile("=\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?:[-+]\\d\\d:\\d\\d)?)?");
    private static final Pattern SIZE = Pattern.compile(" size=(?:small|medium|large)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMAT = Pattern.compile("(?<= FORMAT=)\\w+", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Filling filling;
    private final StringBuilder filled = new StringBuilder();
    private final Deque<BbTag> within = new ArrayDeque<>();
    private int wordsStart;

    private BbSkeleton(String text, Filling filling) {
        this.text = text;
        this.filling = filling;
    }

    /** The text with everything replaced but its codes, its line breaks, and the ids in the codes. */
    public static String of(String bb, Filling filling) {
        return new BbSkeleton(bb, filling).fill();
    }

    /** Whether a text is nothing but an address. */
    public static boolean isLink(String text) {
        return LINK.matcher(text).matches();
    }

    private String fill() {
        for (BbToken token : BbTokens.of(text)) {
            switch (token.kind()) {
                case TEXT, LITERAL -> {
                    continue;
                }
                case OPEN -> {
                    fillWords(token.start());
                    within.push(token.tag());
                    filled.append('[').append(token.tag()).append(value(token)).append(']');
                }
                case CLOSE -> {
                    fillWords(token.start());
                    within.removeFirstOccurrence(token.tag());
                    filled.append("[/").append(token.tag()).append(']');
                }
                case ALONE -> {
                    fillWords(token.start());
                    filled.append('[').append(token.tag()).append(value(token)).append(']');
                }
                case NEW_LINE, QUOTE_MARK, RULE_OPEN, RULE_CLOSE -> {
                    fillWords(token.start());
                    filled.append(text, token.start(), token.end());
                }
            }
            wordsStart = token.end();
        }
        fillWords(text.length());
        return filled.toString();
    }

    private void fillWords(int end) {
        if (end > wordsStart) {
            filled.append(Arrays.stream(text.substring(wordsStart, end).split("\n", -1)).map(this::line)
                    .collect(Collectors.joining("\n")));
        }
    }

    private String line(String line) {
        BbTag tag = within.peek();
        if (tag == BbTag.USER || tag == BbTag.CHAT || tag == BbTag.DIALOG) {
            return filling.name(line);
        }
        boolean isLink = (tag == BbTag.URL || tag == BbTag.IMG) && isLink(line);
        return isLink ? filling.link(line) : filling.words(line);
    }

    private String value(BbToken token) {
        String value = token.value();
        return switch (token.tag()) {
            case USER, CHAT, DIALOG, CONTEXT, PCH, SIZE, COLOR, DISK, ATTACH, B, I, U, S, CODE, BR -> value;
            case DATE -> DATE.matcher(value).matches() ? value : "=2000-01-01";
            case TIMESTAMP -> FORMAT.matcher(value).replaceFirst("SHORT_DATE_FORMAT");
            case IMG -> SIZE.matcher(value).matches() ? value : "";
            case QUOTE -> "";
            case URL, ICON -> value.isEmpty() ? "" : "=" + filling.link(value.substring(1));
            case CALL -> value.isEmpty() ? "" : "=" + filling.phone(value.substring(1));
            case PUT, SEND -> value.isEmpty() ? "" : "=" + filling.words(value.substring(1));
        };
    }
}
