package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.github.camelbitrix24.im.testkit.Behaviour.Hosting;

/** How long each method has run for each credential within ten minutes; above the limit it is blocked. */
final class OperatingTime {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration UNCOUNTED = Duration.ofMillis(100);
    private static final long BUCKET_SECONDS = 60;

    private record Key(String credential, String method) {
    }

    private final PortalClock clock;
    private final Behaviours behaviours;
    private final Map<Key, NavigableMap<Long, Duration>> spent = new HashMap<>();
    private final Map<String, Duration> assumed = new HashMap<>();
    private Duration limit = Duration.ofSeconds(420);

    OperatingTime(PortalClock clock, Behaviours behaviours) {
        this.clock = clock;
        this.behaviours = behaviours;
    }

    void limit(Duration newLimit) {
        limit = newLimit;
    }

    void assume(String method, Duration duration) {
        assumed.put(method.toLowerCase(Locale.ROOT), duration);
    }

    Duration assumed(String method) {
        return assumed.getOrDefault(method.toLowerCase(Locale.ROOT), Duration.ZERO);
    }

    void check(Caller caller, RestMethod method) {
        if (behaviours.is(Hosting.CLOUD) && total(caller, method).compareTo(limit) > 0) {
            throw RestFailure.of("OPERATION_TIME_LIMIT");
        }
    }

    /** Counts a call that is done; what takes no more than 0.1 s does not count, nor does a batch itself. */
    void add(Caller caller, RestMethod method, Duration duration) {
        if (duration.compareTo(UNCOUNTED) > 0 && !method.name().equals("batch")) {
            window(caller, method).merge(clock.now().getEpochSecond() / BUCKET_SECONDS, duration, Duration::plus);
        }
    }

    Map<String, Object> fields(Caller caller, RestMethod method) {
        if (!behaviours.is(Hosting.CLOUD)) {
            return Map.of();
        }
        NavigableMap<Long, Duration> window = window(caller, method);
        long start = window.isEmpty() ? clock.now().getEpochSecond() : window.firstKey() * BUCKET_SECONDS;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operating_reset_at", start + WINDOW.toSeconds());
        fields.put("operating", total(caller, method).toNanos() / 1e9);
        return fields;
    }

    private Duration total(Caller caller, RestMethod method) {
        return window(caller, method).values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private NavigableMap<Long, Duration> window(Caller caller, RestMethod method) {
        NavigableMap<Long, Duration> window = spent.computeIfAbsent(new Key(caller.credential(), method.name()),
                key -> new TreeMap<>());
        Instant opened = clock.now().minus(WINDOW);
        window.headMap(opened.getEpochSecond() / BUCKET_SECONDS, true).clear();
        return window;
    }
}
