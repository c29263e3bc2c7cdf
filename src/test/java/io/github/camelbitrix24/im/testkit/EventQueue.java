package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rows of one user, and what became of those that are gone. */
final class EventQueue {

    private static final Duration MARKER_LIFETIME = Duration.ofSeconds(60);
    private static final int TRACED = 200;

    final List<Long> recorded = new ArrayList<>();
    final List<Long> acknowledged = new ArrayList<>();
    final List<Long> lost = new ArrayList<>();
    final List<Long> purged = new ArrayList<>();
    private final NavigableMap<Long, Row> rows = new TreeMap<>();
    private final Deque<Row> latest = new ArrayDeque<>();
    private long lastOffset;
    private Instant oldest = Instant.MAX;
    private Instant markedEmptyUntil = Instant.MIN;
    private final HeldIds held;
    private Instant subscribedSince;
    private Instant recordedUntil = Instant.MIN;

    EventQueue(HeldIds held) {
        this.held = held;
    }

    void note(Row row) {
        recorded.add(row.id);
        latest.add(row);
        if (latest.size() > TRACED) {
            latest.remove();
        }
    }

    void add(Row row, boolean clearMarker) {
        row.show();
        if (rows.put(row.id, row) == null) {
            held.add(row.id);
        }
        if (row.recordedAt.isBefore(oldest)) {
            oldest = row.recordedAt;
        }
        if (clearMarker) {
            markedEmptyUntil = Instant.MIN;
        }
    }

    /**
     * The acknowledgement comes first and is unconditional: what is below the offset is gone even if nobody gets the
     * answer. Of several queues one offset acknowledges all, and only if all are marked as empty nobody looks.
     */
    static Page get(List<EventQueue> queues, long rawOffset, int limit, Instant now) {
        long offset = Math.max(0, rawOffset);
        if (offset > 0) {
            queues.forEach(queue -> queue.acknowledgeBelow(offset, now));
        }
        if (queues.stream().allMatch(queue -> now.isBefore(queue.markedEmptyUntil))) {
            return new Page(List.of(), rawOffset, false);
        }
        List<Row> page = queues.stream().flatMap(queue -> queue.rows.tailMap(offset, true).values().stream().limit(limit))
                .sorted(Comparator.comparingLong(row -> row.id)).limit(limit).toList();
        page.forEach(row -> row.serve(now));
        if (page.isEmpty()) {
            queues.forEach(queue -> queue.markedEmptyUntil = now.plus(MARKER_LIFETIME));
        }
        return new Page(page, rawOffset, page.size() >= limit);
    }

    private void acknowledgeBelow(long offset, Instant now) {
        NavigableMap<Long, Row> below = rows.headMap(offset, false);
        lastOffset = below.isEmpty() ? lastOffset : offset;
        acknowledge(below, now);
        markedEmptyUntil = Instant.MIN;
    }

    private void acknowledge(NavigableMap<Long, Row> below, Instant now) {
        held.remove(below.keySet());
        for (Row row : below.values()) {
            acknowledged.add(row.id);
            if (!row.wasServed()) {
                lost.add(row.id);
            }
            row.acknowledge(now);
        }
        below.clear();
    }

    void subscribe(Instant effective) {
        subscribedSince = subscribedSince == null ? effective : subscribedSince;
    }

    /** Until then events may still be recorded. */
    void unsubscribe(boolean deleteRows, Instant effective) {
        subscribedSince = null;
        recordedUntil = effective;
        if (deleteRows) {
            purgeAll();
        }
        markedEmptyUntil = Instant.MIN;
    }

    boolean isSubscribed(Instant now) {
        return subscribedSince != null && !now.isBefore(subscribedSince);
    }

    boolean isRecorded(Instant now) {
        return isSubscribed(now) || now.isBefore(recordedUntil);
    }

    void expire(Instant before) {
        if (!oldest.isBefore(before)) {
            return;
        }
        List<Long> expired = rows.values().stream().filter(row -> row.recordedAt.isBefore(before)).map(row -> row.id).toList();
        purge(expired);
        oldest = rows.values().stream().map(row -> row.recordedAt).min(Instant::compareTo).orElse(Instant.MAX);
    }

    void purgeAll() {
        purge(List.copyOf(rows.keySet()));
    }

    private void purge(List<Long> ids) {
        held.remove(ids);
        purged.addAll(ids);
        ids.forEach(id -> rows.remove(id).purge());
    }

    /** The last offset that has deleted something, 0 if none has. */
    long lastOffset() {
        return lastOffset;
    }

    /** The latest events, the oldest first. */
    List<EventTrace> traces(int atMost) {
        return latest.stream().skip(Math.max(0, latest.size() - atMost)).map(Row::trace).toList();
    }

    List<Long> pending() {
        return List.copyOf(rows.keySet());
    }
}
