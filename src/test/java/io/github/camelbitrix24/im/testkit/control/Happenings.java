package io.github.camelbitrix24.im.testkit.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.testkit.LastingFault;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** What can happen to the portal, and what goes on now. */
final class Happenings implements AutoCloseable {

    private record Ongoing(Happening happening, AutoCloseable end) {

        private boolean isHealed() {
            return end instanceof LastingFault fault && !fault.goesOn();
        }
    }

    private final Map<String, Happening> known = new LinkedHashMap<>();
    private final Map<String, Ongoing> ongoing = new LinkedHashMap<>();

    Happenings(PortalEmulator portal) {
        new HappeningCatalogue(portal).all().forEach(happening -> known.put(happening.name(), happening));
    }

    void addTo(Calls calls) {
        calls.act("happen", fields(), this::happen).act("end", Set.of("what"), given -> ended(named(given).name()));
    }

    synchronized List<Map<String, Object>> all() {
        forgetHealed();
        List<Map<String, Object>> all = new ArrayList<>();
        for (Happening happening : known.values()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("name", happening.name());
            shown.put("what", happening.what());
            shown.put("about", happening.about());
            shown.put("fields", happening.fields().stream().sorted().toList());
            shown.put("lasting", happening.lasting());
            shown.put("goingOn", ongoing.containsKey(happening.name()));
            all.add(shown);
        }
        return all;
    }

    private synchronized Object happen(Arguments given) {
        Happening happening = named(given);
        forgetHealed();
        if (ongoing.containsKey(happening.name())) {
            throw new Refusal(409, happening.name() + " goes on already; POST /control/end ends it");
        }
        given.only(with(happening.fields()));
        Duration lasts = given.duration("for").orElse(null);
        if (lasts != null && !happening.lasting()) {
            throw new Refusal(400, "\"for\" is for what lasts; " + happening.name() + " is over at once");
        }
        AutoCloseable end = happening.begin().apply(given);
        if (happening.lasting()) {
            Ongoing begun = new Ongoing(happening, end);
            ongoing.put(happening.name(), begun);
            if (lasts != null) {
                CompletableFuture.delayedExecutor(lasts.toNanos(), TimeUnit.NANOSECONDS)
                        .execute(() -> endIf(happening.name(), begun));
            }
        }
        return Map.of("done", true);
    }

    private synchronized Object ended(String name) {
        forgetHealed();
        Ongoing ended = ongoing.remove(name);
        if (ended == null) {
            throw new Refusal(409, name + " does not go on");
        }
        close(ended);
        return Map.of("done", true);
    }

    /** What a test has ended by {@link PortalEmulator#heal()}. */
    private void forgetHealed() {
        ongoing.values().removeIf(Ongoing::isHealed);
    }

    private synchronized void endIf(String name, Ongoing begun) {
        if (ongoing.remove(name, begun)) {
            close(begun);
        }
    }

    /** Ends whatever goes on. */
    @Override
    public synchronized void close() {
        List<Ongoing> ending = List.copyOf(ongoing.values());
        ongoing.clear();
        ending.forEach(this::close);
    }

    private void close(Ongoing ended) {
        try {
            ended.end().close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of all that can happen. */
    private Set<String> fields() {
        return with(known.values().stream().flatMap(happening -> happening.fields().stream()).collect(Collectors.toSet()));
    }

    private static Set<String> with(Set<String> fields) {
        Set<String> all = new TreeSet<>(Set.of("what", "for"));
        all.addAll(fields);
        return all;
    }

    private Happening named(Arguments given) {
        Happening happening = known.get(given.text("what"));
        if (happening == null) {
            throw new Refusal(400, "\"what\" is one of " + known.keySet() + ", not " + given.text("what"));
        }
        return happening;
    }
}
