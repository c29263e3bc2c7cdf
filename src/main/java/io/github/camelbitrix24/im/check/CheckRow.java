package io.github.camelbitrix24.im.check;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that must be so for events to arrive.
 *
 * @param name    what it is about: {@code address}, {@code tls}, {@code credentials}, ...
 * @param finding what was found, as a sentence without secrets
 * @param advice  what to do, as a sentence, or {@code null} if there is nothing to do
 */
public record CheckRow(String name, Verdict verdict, String finding, String advice) {

    /** The row as plain values: {@code name}, {@code verdict}, {@code finding} and, if there is one, {@code advice}. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("verdict", verdict.name());
        map.put("finding", finding);
        if (advice != null) {
            map.put("advice", advice);
        }
        return map;
    }

    /** What is wrong, and what to do about it. */
    String sentence() {
        return name + ": " + finding + (advice == null ? "" : " " + advice);
    }

    /** On one line, and what to do on a second. */
    @Override
    public String toString() {
        String line = "%-3s%-13s%s".formatted(verdict.mark(), name, finding);
        return advice == null ? line : line + "\n" + " ".repeat(16) + "-> " + advice;
    }
}
