package io.github.camelbitrix24.im.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Random long texts in parts: none is longer than the limit, all pairs of codes are whole in each, and together they
 * are the text. Run one seed again with {@code -Dseed=}.
 */
class SplitModelTest {

    private static final int LIMIT = 20_000;
    private static final Pattern TAG = Pattern.compile("\\[(/?)(b|i|url|code|size)(?:=[^\\]]*)?]");
    private static final Pattern MENTION = Pattern.compile("\\[user=\\d+][^\\[]*\\[/user]");
    private static final List<String> WORDS
            = List.of("word", "Grüße,", "\ud83d\ude00", "\ud83d\udc69\u200d\ud83d\ude80", "\ud83c\udde9\ud83c\uddea",
                    "e\u0301", "漢字", "/path", "a[0]", "x");

    private Random random;
    private StringBuilder text;
    private Deque<String> open;

    @RepeatedTest(20)
    void partsAreWholeAndNothingIsLost(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 300L + repetition.getCurrentRepetition());
        try {
            random = new Random(seed);
            check(writtenText(45_000), LIMIT);
            check(writtenText(5_000), 400);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    @RepeatedTest(20)
    void hostileTextsHaveAnEndToo(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 900L + repetition.getCurrentRepetition());
        HostileText texts = new HostileText(new Random(seed));
        StringBuilder hostile = new StringBuilder();
        while (hostile.length() < 5_000) {
            hostile.append(texts.next());
        }
        List<String> parts = new TextSplitter(PortalText.withLineBreaks(hostile.toString()), 250).parts();

        assertTrue(parts.stream().allMatch(part -> PortalText.length(part) <= 250), "seed " + seed);
        assertEquals(List.of(), new TextSplitter(ForeignText.plain(hostile.toString()), 250).parts().stream()
                .flatMap(part -> PortalReading.effects(part).stream()).toList(), "seed " + seed);
    }

    @Test
    void fiftyThousandEmojiAreCountedOneByOne() {
        String emoji = "\ud83d\ude00".repeat(50_000);

        List<String> parts = PostedText.of(emoji, TextFormat.plain, LongText.split);

        assertEquals(3, parts.size());
        assertEquals(emoji, String.join("", parts));
    }

    private void check(String whole, int limit) {
        List<String> parts = new TextSplitter(whole, limit).parts();
        assertEquals(parts, new TextSplitter(whole, limit).parts(), "the same text gives other parts");

        for (String part : parts) {
            assertTrue(part.codePointCount(0, part.length()) <= limit, "too long");
            assertFalse(part.isBlank(), "blank");
            assertTrue(part.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff), "half an emoji");
            assertBalanced(part);
        }
        int enough = whole.codePointCount(0, whole.length()) * 5 / limit + 1;
        assertTrue(parts.size() <= enough, parts.size() + " parts");
        assertEquals(seen(whole), seen(String.join("", parts)));
        assertEquals(mentions(whole), parts.stream().flatMap(part -> mentions(part).stream()).toList());
    }

    private static void assertBalanced(String part) {
        Deque<String> opened = new ArrayDeque<>();
        Matcher tag = TAG.matcher(part);
        while (tag.find()) {
            if (tag.group(1).isEmpty()) {
                opened.push(tag.group(2));
            } else {
                assertEquals(tag.group(2), opened.isEmpty() ? "nothing" : opened.pop(), "closed");
            }
        }
        assertTrue(opened.isEmpty(), "left open: " + opened);
    }

    private static List<String> mentions(String text) {
        return MENTION.matcher(text).results().map(found -> found.group().toLowerCase(Locale.ROOT)).toList();
    }

    private static String seen(String text) {
        return TAG.matcher(text).replaceAll("").replace("\u200b/", "/");
    }

    /** Words, lines, paragraphs, and pairs within each other. */
    private String writtenText(int length) {
        text = new StringBuilder("Start ");
        open = new ArrayDeque<>();
        while (text.length() < length) {
            int what = random.nextInt(100);
            if (what < 3 && open.size() < 4 && !"code".equals(open.peek())) {
                begin();
            } else if (what < 6 && !open.isEmpty()) {
                text.append("[/").append(open.pop()).append(']');
            } else if (what == 6 && !"code".equals(open.peek())) {
                text.append("[user=").append(random.nextInt(100)).append("]Ann[/user]");
            } else if (what < 12) {
                text.append(random.nextInt(4) == 0 ? "\n\n" : "\n");
            } else {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(20) == 0 ? "" : " ");
            }
        }
        while (!open.isEmpty()) {
            text.append("[/").append(open.pop()).append(']');
        }
        return text.append(" end").toString();
    }

    private void begin() {
        String tag = List.of("b", "i", "url", "code", "size").get(random.nextInt(5));
        if (open.contains(tag) && tag.equals("url")) {
            return;
        }
        open.push(tag);
        text.append('[').append(tag).append(switch (tag) {
            case "url" -> "=https://a.example/" + random.nextInt(1_000);
            case "size" -> "=20";
            default -> "";
        }).append(']');
    }
}
