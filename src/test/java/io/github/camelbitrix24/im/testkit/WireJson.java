package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes JSON the way the portal's PHP does: what is empty is a list, so is what has the keys 0..n-1. */
final class WireJson {

    /** JSON that was rendered before. */
    interface Fragment {
        void appendTo(ByteArrayOutputStream out);
    }

    private static final byte[] EMPTY = { '[', ']' };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private WireJson() {
    }

    static byte[] bytes(Object value) {
        WireJson json = new WireJson();
        json.value(value);
        return json.out.toByteArray();
    }

    static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    static Fragment raw(String json) {
        return raw(json.getBytes(StandardCharsets.UTF_8));
    }

    static Fragment raw(byte[] json) {
        return out -> out.writeBytes(json);
    }

    private void value(Object value) {
        if (value instanceof Fragment fragment) {
            fragment.appendTo(out);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Iterable<?> list) {
            list(list);
        } else if (value instanceof Double number) {
            ascii(number(number));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            ascii(String.valueOf(value));
        } else {
            string(value.toString());
        }
    }

    private void map(Map<?, ?> map) {
        if (isList(map)) {
            list(map.values());
            return;
        }
        char separator = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.write(separator);
            string(entry.getKey().toString());
            out.write(':');
            value(entry.getValue());
            separator = ',';
        }
        out.write('}');
    }

    private static boolean isList(Map<?, ?> map) {
        int index = 0;
        for (Object key : map.keySet()) {
            if (!key.toString().equals(Integer.toString(index++))) {
                return false;
            }
        }
        return true;
    }

    private void list(Iterable<?> list) {
        char separator = '[';
        for (Object element : list) {
            out.write(separator);
            value(element);
            separator = ',';
        }
        if (separator == '[') {
            out.writeBytes(EMPTY);
        } else {
            out.write(']');
        }
    }

    private static String number(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return exact.scale() < -20 ? exact.toString() : exact.toPlainString();
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void string(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\u0022");
                case '<' -> quoted.append("\\u003C");
                case '>' -> quoted.append("\\u003E");
                case '&' -> quoted.append("\\u0026");
                case '\'' -> quoted.append("\\u0027");
                case '/' -> quoted.append("\\/");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\u2028' -> quoted.append("\\u2028");
                case '\u2029' -> quoted.append("\\u2029");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : printable(text, i));
            }
        }
        out.writeBytes(quoted.append('"').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static char printable(String text, int at) {
        char c = text.charAt(at);
        boolean paired = Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                || Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return !Character.isSurrogate(c) || paired ? c : '\uFFFD';
    }
}
