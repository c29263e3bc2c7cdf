package io.github.camelbitrix24.im.recording;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.camelbitrix24.im.text.BbSkeleton;

/** What stands in for something: made of it by a secret key, so always the same, and nobody can go back. */
final class StandIns implements BbSkeleton.Filling {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 4;
    private static final int MOST_NAMES = 6;
    private static final int LONGEST_WORD = 9;
    private static final int MOST_DIGITS = 18;
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final SecretKeySpec key;

    StandIns(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private SplittableRandom random(String kind, String original) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return new SplittableRandom(
                    ByteBuffer.wrap(mac.doFinal(original.getBytes(StandardCharsets.UTF_8))).getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** One word, as for a code or the name of a field. */
    String word(String original) {
        return letters(random("word", original), SYLLABLES * 2);
    }

    /** Each of several names gets its own stand-in, whatever stands between them. */
    @Override
    public String name(String original) {
        String[] names = BETWEEN_NAMES.split(original.strip());
        String replaced = Arrays.stream(names).filter(name -> !name.isEmpty()).limit(MOST_NAMES).map(this::oneName)
                .collect(Collectors.joining(" "));
        return original.isBlank() || !replaced.isEmpty() ? replaced : oneName(original);
    }

    private String oneName(String original) {
        String letters = letters(random("name", original.toLowerCase(Locale.ROOT)), SYLLABLES * 2);
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }

    /** Words whose length is the next lower power of two; nothing for nothing. */
    @Override
    public String words(String original) {
        String core = original.strip();
        if (core.isEmpty()) {
            return original.isEmpty() ? "" : " ";
        }
        SplittableRandom random = random("words", core);
        int length = Integer.highestOneBit(core.codePointCount(0, core.length()));
        StringBuilder words = new StringBuilder(length + 2);
        words.append(Character.isWhitespace(original.charAt(0)) ? " " : "");
        int end = words.length() + length;
        while (words.length() < end) {
            int left = end - words.length();
            int next = Math.min(left, 2 + random.nextInt(LONGEST_WORD - 1));
            words.append(letters(random, left - next == 1 ? left : next));
            words.append(words.length() < end ? " " : "");
        }
        return words.append(Character.isWhitespace(original.charAt(original.length() - 1)) ? " " : "").toString();
    }

    private static String letters(SplittableRandom random, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            String from = i % 2 == 0 ? CONSONANTS : VOWELS;
            letters.append(from.charAt(random.nextInt(from.length())));
        }
        return letters.toString();
    }

    /** As many digits as there are, but not more than a {@code long} takes, and a plus if it begins with one. */
    String digits(String original) {
        int count = (int) Math.min(MOST_DIGITS, original.chars().filter(Character::isDigit).count());
        SplittableRandom random = random("digits", original);
        String digits = random.ints(Math.max(0, count - 1), 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
        return (original.startsWith("+") ? "+" : "") + (1 + random.nextInt(9)) + digits;
    }

    /** An address of the web, or a path without a host if it was one. */
    @Override
    public String link(String original) {
        String path = "/" + word(original);
        return original.startsWith("/") ? path : "https://" + word(host(original)) + ".example" + path;
    }

    @Override
    public String phone(String original) {
        return digits(original);
    }

    private static String host(String link) {
        try {
            String host = URI.create(link).getHost();
            return host == null ? link : host;
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    String email(String original) {
        return word(original) + "@mail.example";
    }

    String uuid(String original) {
        SplittableRandom random = random("uuid", original);
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }
}
