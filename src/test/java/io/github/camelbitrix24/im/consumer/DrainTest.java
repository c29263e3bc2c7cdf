package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A long queue is read a page at a time, with about one request for each. */
class DrainTest extends PollTest {

    private List<RecordedCall> gets() {
        return portal.calls("im.v2.Event.get");
    }

    private void record(int events) {
        for (int i = 0; i < events; i++) {
            portal.record(7, "ONIMV2X", "{\"n\":" + i + "}");
            portal.skipIds(i % 4);
        }
    }

    @ParameterizedTest
    @CsvSource({ "2345, 1000, 6", "2345, 100, 30", "1000, 1000, 5", "999, 1000, 4", "3000, 1000, 7", "1, 1, 4", "20, 1, 42" })
    void aboutOneRequestReadsAPageAndAcknowledgesTheOneBefore(int events, int limit, int requests) throws Exception {
        record(events);
        routes(r -> r.from("bitrix24-im:events?initialDelay=0&settleTime=0&limit=" + limit).process(e -> note(e)));

        await("all seen", () -> seen.size() == events);
        context.stop();

        assertEquals(List.of(), portal.pending(7));
        assertEquals(portal.recorded(7), seen);
        assertEquals(List.of(), portal.lost(7));
        assertTrue(gets().size() <= requests, () -> gets().size() + " requests\n" + portal.describe());
    }

    @Test
    void everyRequestKeepsToTheLimit() throws Exception {
        record(50);
        startNoting("&limit=7");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        gets().forEach(get -> assertTrue((Integer) get.param("limit") <= 7, get::toString));
    }

    @Test
    void whenNothingIsThereAPollIsOneRequestThatDeletesNothing() throws Exception {
        startNoting("");
        for (int i = 0; i < 10; i++) {
            hand.runNext();
        }

        assertEquals(10, gets().size());
        gets().forEach(get -> assertEquals(1, get.param("offset")));
    }

    @Test
    void offsetsNeverGoBack() throws Exception {
        record(500);
        startNoting("&limit=50");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        List<Long> offsets = gets().stream().map(get -> ((Number) get.param("offset")).longValue())
                .filter(offset -> offset > 1).toList();
        assertEquals(offsets.stream().sorted().distinct().toList(), offsets);
    }
}
