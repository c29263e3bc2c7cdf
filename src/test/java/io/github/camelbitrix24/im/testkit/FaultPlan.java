package io.github.camelbitrix24.im.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which of the next calls fail, and how; plans for one user come before those for everybody. */
final class FaultPlan {

    static final long EVERYBODY = 0;

    private static final String ANY = "*";
    private static final Fault NONE = Fault.none();

    private static final class Planned {

        private final Fault fault;
        private int left;

        private Planned(Fault fault, int times) {
            this.fault = fault;
            this.left = times;
        }
    }

    /** User 0 is everybody. */
    private record Key(long userId, String method) {
    }

    private final Map<Key, Deque<Planned>> plans = new HashMap<>();
    private final List<LastingFault> lasting = new ArrayList<>();

    synchronized LastingFault keep(String method, Fault fault) {
        LastingFault kept = new LastingFault(this, method.toLowerCase(Locale.ROOT), fault);
        lasting.add(kept);
        return kept;
    }

    synchronized void end(LastingFault kept) {
        lasting.remove(kept);
    }

    synchronized boolean has(LastingFault kept) {
        return lasting.contains(kept);
    }

    synchronized void plan(long userId, String method, Fault fault, int times) {
        if (times > 0) {
            plans.computeIfAbsent(new Key(userId, method.toLowerCase(Locale.ROOT)), key -> new ArrayDeque<>())
                    .add(new Planned(fault, times));
        }
    }

    synchronized Fault next(long userId, String method) {
        String name = method.toLowerCase(Locale.ROOT);
        for (LastingFault kept : lasting) {
            if (kept.method().equals(name) || kept.method().equals(ANY)) {
                return kept.fault();
            }
        }
        return Stream.of(new Key(userId, name), new Key(userId, ANY), new Key(EVERYBODY, name), new Key(EVERYBODY, ANY))
                .filter(plans::containsKey).findFirst().map(this::taken).orElse(NONE);
    }

    private Fault taken(Key key) {
        Deque<Planned> plan = plans.get(key);
        Planned planned = plan.element();
        planned.left--;
        if (planned.left == 0) {
            plan.remove();
        }
        if (plan.isEmpty()) {
            plans.remove(key);
        }
        return planned.fault;
    }

    synchronized void clear() {
        plans.clear();
        lasting.clear();
    }
}
