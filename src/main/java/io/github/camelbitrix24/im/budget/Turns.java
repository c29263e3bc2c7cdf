package io.github.camelbitrix24.im.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;

/**
 * Who is next among those who wait: urgent before others, but every fourth turn is for the others, so that they starve
 * under nobody's polls; callers in rotation; the calls of one caller in their order. Not thread-safe.
 */
final class Turns {

    private static final int URGENT_IN_A_ROW = 3;

    private final Line urgent = new Line();
    private final Line others = new Line();
    private int urgentInARow;

    record Turn(boolean urgent, Object caller, Condition condition) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    Turn join(boolean isUrgent, Object caller, Condition condition) {
        Turn turn = new Turn(isUrgent, caller, condition);
        line(turn).join(turn);
        return turn;
    }

    int size() {
        return urgent.size() + others.size();
    }

    Turn next() {
        Turn first = urgent.next();
        Turn other = others.next();
        return other == null || first != null && urgentInARow < URGENT_IN_A_ROW ? first : other;
    }

    void leave(Turn turn) {
        urgentInARow = turn.urgent() ? urgentInARow + 1 : 0;
        line(turn).leave(turn);
    }

    private Line line(Turn turn) {
        return turn.urgent() ? urgent : others;
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
