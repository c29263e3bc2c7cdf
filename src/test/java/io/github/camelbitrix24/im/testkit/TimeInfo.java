package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code time} of an answer: {@code start} and {@code processing} are whole numbers in im 26.250. */
final class TimeInfo {

    private final PortalClock clock;
    private final Instant start;
    private final long startNanos = System.nanoTime();

    TimeInfo(PortalClock clock) {
        this.clock = clock;
        this.start = clock.now();
    }

    Map<String, Object> finish() {
        long nanos = System.nanoTime() - startNanos;
        Instant finish = start.plusNanos(nanos);
        Map<String, Object> time = new LinkedHashMap<>();
        time.put("start", start.getEpochSecond());
        time.put("finish", PortalClock.seconds(finish));
        time.put("duration", nanos / 1e9);
        time.put("processing", 0);
        time.put("date_start", clock.iso(start));
        time.put("date_finish", clock.iso(finish));
        return time;
    }
}
