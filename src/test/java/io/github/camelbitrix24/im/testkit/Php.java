package io.github.camelbitrix24.im.testkit;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the portal's language takes what was sent: what counts as true, what a text is as a number, what is blank. */
final class Php {

    private static final Pattern LEADING_INTEGER
            = Pattern.compile("[ \\t\\n\\r\\x0B\\f]*([+-]?[0-9]{1,18})(?![0-9]).*", Pattern.DOTALL);
    private static final String BLANKS = " \t\n\r\0\u000B";

    private Php() {
    }

    static boolean isTrue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value instanceof String text ? !text.isEmpty() && !text.equals("0") : Boolean.TRUE.equals(value);
    }

    /** {@code intval}: the integer that a text begins with, else 0. */
    static long integer(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (Boolean.TRUE.equals(value)) {
            return 1;
        }
        Matcher number = LEADING_INTEGER.matcher(value instanceof String text ? text : "");
        return number.matches() ? Long.parseLong(number.group(1)) : 0;
    }

    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && BLANKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BLANKS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
