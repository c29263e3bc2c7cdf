package io.github.camelbitrix24.im.budget;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void urgentCallsGoFirstAndCallersTakeTurns() {
        turns.join(Urgency.OTHER, "bulk", null);
        turns.join(Urgency.OTHER, "bulk", null);
        turns.join(Urgency.OTHER, "bulk", null);
        turns.join(Urgency.OTHER, "other", null);
        turns.join(Urgency.POLL, "poll a", null);
        turns.join(Urgency.POLL, "poll b", null);

        assertEquals(List.of("poll a", "poll b", "bulk", "other", "bulk", "bulk"), serveAll());
    }

    @Test
    void acknowledgementsGoBeforePolls() {
        turns.join(Urgency.OTHER, "other", null);
        turns.join(Urgency.POLL, "poll a", null);
        turns.join(Urgency.POLL, "poll b", null);
        turns.join(Urgency.ACKNOWLEDGEMENT, "acknowledgement", null);

        assertEquals(List.of("acknowledgement", "poll a", "poll b", "other"), serveAll());
    }

    @Test
    void theOthersDoNotStarve() {
        for (int i = 0; i < 8; i++) {
            turns.join(Urgency.POLL, "poll", null);
        }
        turns.join(Urgency.OTHER, "a", null);
        turns.join(Urgency.OTHER, "b", null);

        assertEquals(List.of("poll", "poll", "poll", "a", "poll", "poll", "poll", "b", "poll", "poll"), serveAll());
    }

    @Test
    void whoGivesUpHoldsUpNobody() {
        Turns.Turn first = turns.join(Urgency.POLL, "a", null);
        turns.join(Urgency.POLL, "b", null);
        turns.leave(first);

        assertEquals(List.of("b"), serveAll());
        assertNull(turns.next());
    }

    private List<Object> serveAll() {
        List<Object> served = new ArrayList<>();
        for (Turns.Turn turn = turns.next(); turn != null; turn = turns.next()) {
            served.add(turn.caller());
            turns.leave(turn);
        }
        return served;
    }
}
