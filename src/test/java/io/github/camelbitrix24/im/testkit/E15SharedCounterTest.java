package io.github.camelbitrix24.im.testkit;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E15SharedCounterTest extends PortalTest {

    @Test
    void usersShareTheCounterOfIds() {
        ilse.subscribed();
        marco.subscribed();
        ilse.says("chat5", "one");
        marco.says("chat5", "two");
        assertEquals(List.of(1L, 3L), portal.recorded(7));
        assertEquals(List.of(2L, 4L), portal.recorded(12));
    }

    @Test
    void acknowledgingIsEveryUsersOwn() throws Exception {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        portal.record(12, "ONIMV2JOINCHAT", "{}");
        page("{\"offset\":100}");
        assertEquals(List.of(), portal.pending(7));
        assertEquals(List.of(2L), portal.pending(12));
    }

    @Test
    void idsCanBeSkipped() {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        portal.skipIds(1000).record(7, "ONIMV2JOINCHAT", "{}");
        assertEquals(List.of(1L, 1002L), portal.pending(7));
    }

    @Test
    void aChosenIdMovesTheCounter() {
        long high = Long.MAX_VALUE - 10;
        assertEquals(high, portal.record(7, high, "ONIMV2JOINCHAT", "{}"));
        assertEquals(high + 1, portal.record(7, "ONIMV2JOINCHAT", "{}"));
    }

    @Test
    void aRestoredPortalCountsAgainFromBelow() throws Exception {
        portal.skipIds(5000).record(7, "ONIMV2JOINCHAT", "{}");
        portal.restartIdsAt(100).dropRows();
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        assertEquals(List.of(100L), ids(page("{}")));
        assertEquals(List.of(), ids(page("{\"offset\":5002}")));
        assertEquals(List.of(100L), portal.acknowledged(7));
        assertEquals(List.of(5001L), portal.purged(7));
    }

    @Test
    void idsInUseAreNotGivenTwice() {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        portal.restartIdsAt(1).record(7, "ONIMV2JOINCHAT", "{}");
        assertEquals(List.of(1L, 2L), portal.pending(7));
    }
}
