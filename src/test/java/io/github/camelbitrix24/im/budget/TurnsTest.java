package io.github.camelbitrix24.im.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void urgentCallsGoFirstAndCallersTakeTurns() {
        join(Urgency.OTHER, "bulk", "bulk", "bulk", "other");
        join(Urgency.SEND, "send a", "send b");

        assertEquals(List.of("send a", "send b", "bulk", "other", "bulk", "bulk"), serveAll());
    }

    @Test
    void whatIsWaitedForGoesBeforeWhatIsNot() {
        join(Urgency.TYPING, "typing");
        join(Urgency.POLL, "poll");
        join(Urgency.OTHER, "edit");
        join(Urgency.FILE, "file");
        join(Urgency.SEND, "send");
        join(Urgency.ACKNOWLEDGEMENT, "acknowledgement");

        assertEquals(List.of("acknowledgement", "send", "file", "edit", "poll", "typing"), serveAll());
    }

    @Test
    void nobodyStarvesButTyping() {
        join(Urgency.SEND, "send", "send", "send", "send", "send", "send", "send", "send");
        join(Urgency.POLL, "poll", "poll");
        join(Urgency.TYPING, "typing");

        assertEquals(List.of("send", "send", "send", "poll", "send", "send", "send", "poll", "send", "send", "typing"),
                serveAll());
    }

    @Test
    void whatHasNoRoomHoldsUpNobodyHoweverLongItHasWaited() {
        join(Urgency.SEND, "send", "send", "send", "send", "send");
        join(Urgency.POLL, "poll");

        assertEquals(List.of("send", "send", "send", "send", "send", "poll"), serveAll(Set.of(Urgency.POLL)));
    }

    @Test
    void whatWaitsForTheEndOfOthersGoesBeforeNobody() {
        join(Urgency.FILE, "file");
        join(Urgency.OTHER, "edit");

        assertEquals("edit", turns.next(urgency -> urgency == Urgency.FILE ? Long.MAX_VALUE : 1).caller());
        assertEquals("file", turns.next(urgency -> Long.MAX_VALUE).caller());
    }

    @Test
    void whoeverComesAnewHasLetNobodyPass() {
        join(Urgency.POLL, "poll");
        for (int i = 0; i < 3; i++) {
            join(Urgency.SEND, "send");
            turns.served(turns.next(urgency -> 0));
        }
        assertEquals(List.of("poll"), serveAll());
        join(Urgency.SEND, "send");
        join(Urgency.POLL, "poll");

        assertEquals(List.of("send", "poll"), serveAll());
    }

    @Test
    void whoGivesUpHoldsUpNobody() {
        Turns.Turn first = turns.join(Urgency.POLL, "a", null);
        turns.join(Urgency.POLL, "b", null);
        turns.leave(first);

        assertEquals(List.of("b"), serveAll());
        assertNull(turns.next(urgency -> 0));
    }

    private void join(Urgency urgency, String... callers) {
        for (String caller : callers) {
            turns.join(urgency, caller, null);
        }
    }

    private List<Object> serveAll() {
        return serveAll(Set.of());
    }

    private List<Object> serveAll(Set<Urgency> withoutRoom) {
        List<Object> served = new ArrayList<>();
        for (Turns.Turn turn = next(withoutRoom); turn != null; turn = next(withoutRoom)) {
            served.add(turn.caller());
            turns.served(turn);
        }
        return served;
    }

    private Turns.Turn next(Set<Urgency> withoutRoom) {
        return turns.next(urgency -> withoutRoom.contains(urgency) ? 1 : 0);
    }
}
