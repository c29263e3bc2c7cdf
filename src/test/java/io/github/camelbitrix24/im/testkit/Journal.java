package io.github.camelbitrix24.im.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The calls that came, and how many were under way at once. */
final class Journal {

    private static final int KEPT = 20_000;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private long recorded;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<String, Integer> peak = new HashMap<>();

    void entered(String method) {
        int now = underWay.merge(key(method), 1, Integer::sum);
        peak.merge(key(method), now, Math::max);
    }

    void left(String method) {
        underWay.merge(key(method), -1, Integer::sum);
    }

    void record(RecordedCall call) {
        calls.add(call);
        recorded++;
        if (calls.size() > KEPT) {
            calls.remove();
        }
    }

    void clear() {
        calls.clear();
        peak.clear();
        peak.putAll(underWay);
    }

    List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    List<RecordedCall> calls(String method) {
        return calls.stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
    }

    List<RecordedCall> last(int count) {
        List<RecordedCall> last = new ArrayList<>(calls);
        return last.subList(Math.max(0, last.size() - count), last.size());
    }

    /** How many calls there ever were. */
    long recorded() {
        return recorded;
    }

    int underWay(String method) {
        return underWay.getOrDefault(key(method), 0);
    }

    int peak(String method) {
        return peak.getOrDefault(key(method), 0);
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
