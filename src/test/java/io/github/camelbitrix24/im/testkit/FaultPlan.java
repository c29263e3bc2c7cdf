package io.github.camelbitrix24.im.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which of the next calls fail, and how. */
final class FaultPlan {

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

    private final Map<String, Deque<Planned>> plans = new HashMap<>();

    synchronized void plan(String method, Fault fault, int times) {
        if (times > 0) {
            plans.computeIfAbsent(method.toLowerCase(Locale.ROOT), key -> new ArrayDeque<>()).add(new Planned(fault, times));
        }
    }

    synchronized Fault next(String method) {
        String key = method.toLowerCase(Locale.ROOT);
        Deque<Planned> plan = plans.get(plans.containsKey(key) ? key : ANY);
        if (plan == null) {
            return NONE;
        }
        Planned planned = plan.element();
        planned.left--;
        if (planned.left == 0) {
            plan.remove();
            plans.values().removeIf(Deque::isEmpty);
        }
        return planned.fault;
    }

    synchronized void clear() {
        plans.clear();
    }
}
