package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code time} of an answer: {@code start} and {@code processing} are whole numbers in im 26.250. */
final class TimeInfo {

    private final PortalClock clock;
    private final Duration assumed;
    private final Instant start;
    private final long startNanos = System.nanoTime();

    /** Time that a call is assumed to have taken is told, not spent. */
    TimeInfo(PortalClock clock, Duration assumed) {
        this.clock = clock;
        this.assumed = assumed;
        this.start = clock.now();
    }

    Duration spent() {
        return assumed.plusNanos(System.nanoTime() - startNanos);
    }

    Map<String, Object> fields(Map<String, Object> operating) {
        Duration spent = spent();
        Instant finish = start.plus(spent);
        Map<String, Object> time = new LinkedHashMap<>();
        time.put("start", start.getEpochSecond());
        time.put("finish", PortalClock.seconds(finish));
        time.put("duration", spent.toNanos() / 1e9);
        time.put("processing", spent.toSeconds());
        time.put("date_start", clock.iso(start));
        time.put("date_finish", clock.iso(finish));
        time.putAll(operating);
        return time;
    }
}
