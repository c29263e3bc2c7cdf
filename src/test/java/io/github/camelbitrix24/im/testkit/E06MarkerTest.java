package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E06MarkerTest extends PortalTest {

    private void readEmptyThenRecord() throws Exception {
        portal.clock().freeze();
        assertEquals(List.of(), ids(page("{}")));
        portal.record(7, "ONIMV2JOINCHAT", "{}");
    }

    @Test
    void aRowClearsTheMarker() throws Exception {
        readEmptyThenRecord();
        assertEquals(List.of(1L), ids(page("{}")));
    }

    @Test
    void aLostRaceHidesTheRowForAMinute() throws Exception {
        portal.behave(Behaviour.MarkerRace.READER_WINS);
        readEmptyThenRecord();
        assertEquals(List.of(), ids(page("{}")));
        portal.clock().advance(Duration.ofSeconds(59));
        assertEquals(List.of(), ids(page("{\"offset\":-1}")));
        portal.clock().advance(Duration.ofSeconds(1));
        assertEquals(List.of(1L), ids(page("{}")));
    }

    @Test
    void aPositiveOffsetPassesTheMarker() throws Exception {
        portal.behave(Behaviour.MarkerRace.READER_WINS);
        readEmptyThenRecord();
        assertEquals(List.of(1L), ids(page("{\"offset\":1}")));
        assertEquals(List.of(1L), ids(page("{}")));
    }
}
