package io.github.camelbitrix24.im.testkit;

import java.util.List;

/** What one {@code im.v2.Event.get} returns. */
record Page(List<Row> rows, long rawOffset, boolean hasMore) {

    /** PHP turns an integer that overflows into a float. */
    Object nextOffset() {
        if (rows.isEmpty()) {
            return rawOffset;
        }
        long last = lastId();
        return last == Long.MAX_VALUE ? WireJson.raw("9.2233720368547758e+18") : Long.valueOf(Math.max(rawOffset, last + 1));
    }

    long lastEventId() {
        return rows.isEmpty() ? Math.max(0, rawOffset - 1) : lastId();
    }

    private long lastId() {
        return rows.get(rows.size() - 1).id;
    }
}
