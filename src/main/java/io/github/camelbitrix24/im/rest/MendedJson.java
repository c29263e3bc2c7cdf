package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Reads JSON that Jackson refuses, so that one odd value does not make everything else unreadable: bytes that are not
 * UTF-8, values that are too deep or too long, control characters and the like. What cannot be read becomes a question
 * mark, {@code null} or an empty list. What ends too early stays unreadable.
 */
public final class MendedJson {

    private static final int DEEPEST = 900;
    private static final int LONGEST_NUMBER = 10_000;
    private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

    private static final ObjectMapper LENIENT = new ObjectMapper(factory());

    private final byte[] json;
    private int at;
    private int depth;

    private MendedJson(byte[] json) {
        this.json = json;
    }

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE).maxNameLength(Integer.MAX_VALUE).build())
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
    }

    /**
     * @return a parser whose tokens stand at the same bytes as in the original
     */
    public static JsonParser parser(byte[] json) throws IOException {
        return LENIENT.createParser(new MendedJson(json.clone()).mend());
    }

    /**
     * @return what can be read of it; a missing node if that is nothing
     */
    public static JsonNode tree(byte[] page, int start, int length) {
        byte[] utf8 = new String(page, start, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        try {
            return LENIENT.readTree(new MendedJson(utf8).mend());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private byte[] mend() {
        while (at < json.length) {
            int start = at;
            boolean tooDeep = depth >= DEEPEST;
            byte first = json[at++];
            switch (first) {
                case '"' -> mendString();
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    if (isPartOfNumber(first)) {
                        mendNumber(start);
                    }
                }
            }
            if (tooDeep && depth >= DEEPEST) {
                fill(start, at, ' ');
            }
        }
        return json;
    }

    private void mendNumber(int start) {
        while (at < json.length && isPartOfNumber(json[at])) {
            at++;
        }
        if (at - start > LONGEST_NUMBER) {
            fill(start, at, ' ');
            System.arraycopy(NULL, 0, json, start, NULL.length);
        }
    }

    private static boolean isPartOfNumber(byte b) {
        return b >= '0' && b <= '9' || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
    }

    private void mendString() {
        while (at < json.length) {
            byte b = json[at];
            if (b == '"') {
                at++;
                return;
            } else if (b == '\\') {
                mendEscape();
            } else if (b < 0) {
                mendCharacter();
            } else {
                at++;
            }
        }
    }

    private void mendEscape() {
        boolean unicode = at + 1 < json.length && json[at + 1] == 'u';
        if (unicode && !isHexadecimal(at + 2, at + 6)) {
            json[at++] = '?';
        } else {
            at += at + 1 < json.length && json[at + 1] < 0 ? 1 : 2;
        }
    }

    private boolean isHexadecimal(int from, int to) {
        for (int i = from; i < to; i++) {
            if (i >= json.length || json[i] < 0 || Character.digit(json[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** As far as Jackson looks: whether the bytes that follow are as many as the first one says. */
    private void mendCharacter() {
        int following = switch (json[at] & 0xf8) {
            case 0xc0, 0xc8, 0xd0, 0xd8 -> 1;
            case 0xe0, 0xe8 -> 2;
            case 0xf0 -> 3;
            default -> 0;
        };
        boolean whole = following > 0;
        for (int i = 1; whole && i <= following; i++) {
            whole = at + i < json.length && (json[at + i] & 0xc0) == 0x80;
        }
        if (whole) {
            at += following + 1;
        } else {
            json[at++] = '?';
        }
    }

    private void fill(int from, int to, char with) {
        for (int i = from; i < Math.min(to, json.length); i++) {
            json[i] = (byte) with;
        }
    }
}
