package io.github.camelbitrix24.im.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * JSON whose long texts stay where they are: a short one stands for each while the rest is read. Only the content of
 * files is left like that; other long texts are put back.
 */
final class LargeJson {

    private static final int LONG = 1 << 19;
    private static final Set<String> OF_FILES = Set.of("content", "filecontent");

    private final Content body;
    private final String mark = UUID.randomUUID() + "-";
    private final List<LargeText> texts = new ArrayList<>();

    LargeJson(Content body) {
        this.body = body;
    }

    /** The JSON with marks instead of long texts. */
    byte[] shortened() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = (int) body.length();
        int copied = 0;
        for (int i = 0; i < length; i++) {
            if (body.at(i) != '"') {
                continue;
            }
            int end = endOfText(i + 1, length);
            if (end - i > LONG) {
                out.writeBytes(body.part(copied, i + 1 - copied).bytes());
                out.writeBytes((mark + texts.size()).getBytes(StandardCharsets.US_ASCII));
                texts.add(new LargeText(body.part(i + 1, end - i - 1)));
                copied = end;
            }
            i = end;
        }
        out.writeBytes(body.part(copied, length - copied).bytes());
        return out.toByteArray();
    }

    private int endOfText(int from, int length) {
        int at = from;
        while (at < length && body.at(at) != '"') {
            at += body.at(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, length);
    }

    Object restored(Object value) {
        return restored(value, "");
    }

    private Object restored(Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> restored = new LinkedHashMap<>();
            map.forEach((key, element) -> restored.put(key.toString(), restored(element, key.toString())));
            return restored;
        }
        if (value instanceof List<?> list) {
            List<Object> restored = new ArrayList<>();
            list.forEach(element -> restored.add(restored(element, name)));
            return restored;
        }
        if (value instanceof String text && text.startsWith(mark)) {
            LargeText large = texts.get(Integer.parseInt(text.substring(mark.length())));
            return OF_FILES.contains(name.toLowerCase(Locale.ROOT)) ? large.decode() : unescaped(large);
        }
        return value;
    }

    private static String unescaped(LargeText large) {
        try {
            return Parameters.readText("\"" + large.escaped() + "\"");
        } catch (IOException e) {
            return "";
        }
    }
}
