package io.github.camelbitrix24.im.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up pages of events that look like a portal's, and others that nobody would think of. */
final class RandomJson {

    private static final String[] TEXTS = {
            "", "hello", "Привет & <b>", "\uD83D\uDC4D\uD83C\uDFFD", "\"\\/\b\f\n\r\t", "chat5", "12", "{\"eventId\":9}",
            "]},{",
            "\u2028\u00a0\u0000", "日本語", "a".repeat(300) };
    private static final String[] TYPES = {
            "ONIMV2MESSAGEADD", "ONIMV2MESSAGEUPDATE", "ONIMV2MESSAGEDELETE", "ONIMV2REACTIONCHANGE", "ONIMV2JOINCHAT", "NEW" };
    private static final String[] ENTITY_KEYS
            = {
                    "id", "chatId", "authorId", "author_id", "dialogId", "text", "name", "params", "chat_id", "date", "x",
                    "isSystem", "bot", "extranet", "connector", "type", "externalAuthId" };

    private static final String[] ODD_SCALARS = {
            "\"\\ud83d\"", "\"a \\uDE00\\ud83d b\"", "\"\\ud83d\\ude00\"", "1.50", "5.0", "1e2", "-0", "-0.0", "1e400",
            "-1E+400",
            "0.1234567890123456789012345", "9223372036854775807", "9223372036854775808", "\" 77 \"", "\"Y\"" };

    private final Random random;
    private final boolean odd;

    RandomJson(Random random) {
        this(random, false);
    }

    /**
     * @param odd whether there are also numbers that are not whole, or infinite, and halves of surrogate pairs
     */
    RandomJson(Random random, boolean odd) {
        this.random = random;
        this.odd = odd;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private <T> T one(T[] of) {
        return of[below(of.length)];
    }

    private boolean rarely() {
        return below(8) == 0;
    }

    String page(List<String> events) {
        List<String> fields = new ArrayList<>(
                List.of(
                        key("events") + "[" + space() + String.join(space() + "," + space(), events) + space() + "]",
                        key("nextOffset") + (rarely() ? "null" : number()), key("hasMore") + (below(2) == 0)));
        if (rarely()) {
            fields.add(key("more") + value(3));
        }
        return object(fields);
    }

    String event() {
        List<String> fields = new ArrayList<>();
        fields.add(key("eventId") + (rarely() ? "\"" + below(1_000_000) + "\"" : "" + (random.nextLong() >>> 1 + below(60))));
        add(fields, "type", () -> rarely() ? scalar() : string(one(TYPES)));
        add(fields, "date", () -> rarely() ? scalar() : "\"2026-08-21T14:05:04+03:00\"");
        add(fields, "data", () -> rarely() ? value(3) : data());
        if (rarely()) {
            fields.add(key("extra") + value(3));
        }
        return object(fields);
    }

    private String data() {
        List<String> fields = new ArrayList<>();
        // a message and a messageId never come together
        add(fields, below(3) == 0 ? "messageId" : "message", this::entity);
        add(fields, "chat", this::entity);
        add(fields, "user", this::entity);
        add(fields, "dialogId", this::scalar);
        add(fields, "language", () -> string("en"));
        if (rarely()) {
            fields.add(key("reaction") + value(2));
        }
        return object(fields);
    }

    private void add(List<String> fields, String name, Supplier<String> value) {
        if (!rarely()) {
            fields.add(key(name) + value.get());
        }
    }

    private String entity() {
        if (rarely()) {
            return value(2);
        }
        List<String> fields = new ArrayList<>();
        for (String name : ENTITY_KEYS) {
            if (below(3) > 0) {
                fields.add(key(name) + (rarely() ? value(2) : scalar()));
            }
        }
        return object(fields);
    }

    private String value(int depth) {
        if (depth == 0 || below(3) == 0) {
            return scalar();
        }
        List<String> parts = new ArrayList<>();
        boolean isObject = below(2) == 0;
        for (int i = below(4); i > 0; i--) {
            parts.add((isObject ? key("k" + i) : "") + value(depth - 1));
        }
        return isObject ? object(parts) : "[" + space() + String.join(",", parts) + "]";
    }

    private String scalar() {
        if (odd && below(4) == 0) {
            return one(ODD_SCALARS);
        }
        return switch (below(7)) {
            case 0 -> "null";
            case 1 -> "" + (below(2) == 0);
            case 2 -> "\"" + below(100_000) + "\"";
            case 3, 4 -> number();
            default -> string(one(TEXTS));
        };
    }

    private String number() {
        return rarely() ? "123456789012345678901234567890" : "" + (random.nextLong() >> below(64));
    }

    private String object(List<String> fields) {
        Collections.shuffle(fields, random);
        return "{" + space() + String.join(space() + ",", fields) + space() + "}";
    }

    private String key(String name) {
        return string(name) + space() + ":" + space();
    }

    /** Quoted, with some characters escaped that need not be. */
    private String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || !Character.isSurrogate(c) && below(25) == 0) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c == '/' && below(2) == 0 ? "\\/" : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    private String space() {
        return rarely() ? one(new String[] { " ", "\n", "\t", "\r\n  " }) : "";
    }
}
