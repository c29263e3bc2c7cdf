package io.github.camelbitrix24.im.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Who is next among those who wait: acknowledgements before polls before others, but every fourth turn is for the
 * others, so that they starve under nobody's polls; callers in rotation; the calls of one caller in their order. Not
 * thread-safe.
 */
final class Turns {

    private static final int URGENT_IN_A_ROW = 3;

    private final Map<Urgency, Line> lines = new EnumMap<>(Urgency.class);
    private int urgentInARow;

    Turns() {
        for (Urgency urgency : Urgency.values()) {
            lines.put(urgency, new Line());
        }
    }

    /**
     * @param wake tells who waits that it may be next, or that somebody else is
     */
    record Turn(Urgency urgency, Object caller, Runnable wake) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    Turn join(Urgency urgency, Object caller, Runnable wake) {
        Turn turn = new Turn(urgency, caller, wake);
        lines.get(urgency).join(turn);
        return turn;
    }

    int size() {
        return lines.values().stream().mapToInt(Line::size).sum();
    }

    Turn next() {
        Turn acknowledgement = lines.get(Urgency.ACKNOWLEDGEMENT).next();
        Turn first = acknowledgement == null ? lines.get(Urgency.POLL).next() : acknowledgement;
        Turn other = lines.get(Urgency.OTHER).next();
        return other == null || first != null && urgentInARow < URGENT_IN_A_ROW ? first : other;
    }

    void leave(Turn turn) {
        urgentInARow = turn.urgency() == Urgency.OTHER ? 0 : urgentInARow + 1;
        lines.get(turn.urgency()).leave(turn);
    }

    private static final class Line {

        private final Map<Object, Deque<Turn>> byCaller = new IdentityHashMap<>();
        private final Deque<Object> rotation = new ArrayDeque<>();

        void join(Turn turn) {
            byCaller.computeIfAbsent(turn.caller(), caller -> {
                rotation.add(caller);
                return new ArrayDeque<>();
            }).add(turn);
        }

        int size() {
            return byCaller.values().stream().mapToInt(Deque::size).sum();
        }

        Turn next() {
            return rotation.isEmpty() ? null : byCaller.get(rotation.peek()).peek();
        }

        void leave(Turn turn) {
            Deque<Turn> turns = byCaller.get(turn.caller());
            boolean served = turns.peek() == turn && rotation.peek() == turn.caller();
            turns.remove(turn);
            if (turns.isEmpty()) {
                byCaller.remove(turn.caller());
                rotation.removeIf(caller -> caller == turn.caller());
            } else if (served) {
                rotation.add(rotation.remove());
            }
        }
    }
}
