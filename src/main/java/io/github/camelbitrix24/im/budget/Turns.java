package io.github.camelbitrix24.im.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Who is next among those who wait: the most urgent, unless a less urgent kind has let enough others pass; callers in
 * rotation; the calls of one caller in their order. Not thread-safe.
 */
final class Turns {

    private final Map<Urgency, Line> lines = new EnumMap<>(Urgency.class);

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

    /**
     * What has no room now does not go before others for having waited; and what has none until something else is over
     * goes before nobody.
     *
     * @param  untilRoom how long until a call of a kind may be made at all; {@link Long#MAX_VALUE} if that depends on
     *                   those under way
     * @return           {@code null} if nobody waits
     */
    Turn next(ToLongFunction<Urgency> untilRoom) {
        Turn first = null;
        Turn mostUrgent = null;
        Turn longestPassedBy = null;
        int most = -1;
        for (Map.Entry<Urgency, Line> line : lines.entrySet()) {
            Turn turn = line.getValue().next();
            if (turn == null) {
                continue;
            }
            long wait = untilRoom.applyAsLong(line.getKey());
            first = first == null ? turn : first;
            mostUrgent = mostUrgent == null && wait < Long.MAX_VALUE ? turn : mostUrgent;
            int tooMany = line.getValue().passedBy - line.getKey().patience();
            if (tooMany > most && wait == 0) {
                longestPassedBy = turn;
                most = tooMany;
            }
        }
        if (longestPassedBy != null) {
            return longestPassedBy;
        }
        return mostUrgent == null ? first : mostUrgent;
    }

    /** Its call is made. */
    void served(Turn turn) {
        lines.forEach((urgency, line) -> line.passedBy = urgency == turn.urgency() ? 0 : line.passedBy + 1);
        leave(turn);
    }

    /** Its call is made, or will not be. */
    void leave(Turn turn) {
        lines.get(turn.urgency()).leave(turn);
    }

    private static final class Line {

        private final Map<Object, Deque<Turn>> byCaller = new IdentityHashMap<>();
        private final Deque<Object> rotation = new ArrayDeque<>();
        private int passedBy;

        void join(Turn turn) {
            passedBy = rotation.isEmpty() ? 0 : passedBy;
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
