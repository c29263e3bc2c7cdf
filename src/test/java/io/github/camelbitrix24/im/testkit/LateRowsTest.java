package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LateRowsTest extends PortalTest {

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
    }

    @Test
    void aLateRowIsOvertakenByAHigherId() throws Exception {
        try (LateRows late = portal.withholdVisibility(() -> marco.says("7", "slow writer"))) {
            marco.says("7", "quick writer");
            assertEquals(List.of(1L), late.ids());
            assertEquals(List.of(2L), ids(page("{}")));
            late.commit();
            assertEquals(List.of(1L, 2L), ids(page("{}")));
        }
        assertEquals(List.of(1L, 2L), portal.pending(7));
    }

    @Test
    void aLateRowIsLostToWhoeverAcknowledgesTooEarly() throws Exception {
        LateRows late = portal.withholdVisibility(() -> marco.says("7", "slow writer"));
        marco.says("7", "quick writer");
        page("{}");
        page("{\"offset\":3}");
        assertEquals(List.of(2L), portal.acknowledged(7));
        late.commit();
        assertEquals(List.of(), ids(page("{\"offset\":3}")));
        assertEquals(List.of(1L), portal.lost(7));
    }

    @Test
    void aWriterThatRollsBackLeavesAGap() {
        portal.withholdVisibility(() -> marco.says("7", "never mind")).rollBack();
        marco.says("7", "hello");
        assertEquals(List.of(2L), portal.pending(7));
    }

    @Test
    void rowsBecomeVisibleByThePortalsClock() throws Exception {
        portal.clock().freeze();
        portal.withholdVisibility(Duration.ofSeconds(2), () -> marco.says("7", "slow writer"));
        assertEquals(List.of(), ids(page("{}")));
        portal.clock().advance(Duration.ofSeconds(2));
        assertEquals(List.of(1L), ids(page("{}")));
    }
}
