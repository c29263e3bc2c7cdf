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
        turns.join(false, "bulk", null);
        turns.join(false, "bulk", null);
        turns.join(false, "bulk", null);
        turns.join(false, "other", null);
        turns.join(true, "poll a", null);
        turns.join(true, "poll b", null);

        assertEquals(List.of("poll a", "poll b", "bulk", "other", "bulk", "bulk"), serveAll());
    }

    @Test
    void theOthersDoNotStarve() {
        for (int i = 0; i < 8; i++) {
            turns.join(true, "poll", null);
        }
        turns.join(false, "a", null);
        turns.join(false, "b", null);

        assertEquals(List.of("poll", "poll", "poll", "a", "poll", "poll", "poll", "b", "poll", "poll"), serveAll());
    }

    @Test
    void whoGivesUpHoldsUpNobody() {
        Turns.Turn first = turns.join(true, "a", null);
        turns.join(true, "b", null);
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
