package io.github.camelbitrix24.im.testkit;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E05GetAlgorithmTest extends PortalTest {

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            portal.record(7, "ONIMV2MESSAGEDELETE", "{\"messageId\":" + i + "}");
        }
    }

    @Test
    void withoutOffsetNothingIsDeletedAndTheOldestRowsCome() throws Exception {
        record(3);
        assertEquals(List.of(1L, 2L, 3L), ids(page("{}")));
        assertEquals(List.of(1L, 2L, 3L), ids(page("{\"offset\":0}")));
        assertEquals(List.of(1L, 2L, 3L), portal.pending(7));
    }

    @Test
    void theOffsetDeletesStrictlyBelowItself() throws Exception {
        record(3);
        assertEquals(List.of(2L, 3L), ids(page("{\"offset\":2}")));
        assertEquals(List.of(1L), portal.acknowledged(7));
        assertEquals(List.of(2L, 3L), portal.pending(7));
    }

    @Test
    void theLastEventsOwnIdDeliversItAgain() throws Exception {
        record(2);
        assertEquals(List.of(2L), ids(page("{\"offset\":2}")));
        assertEquals(List.of(2L), ids(page("{\"offset\":2}")));
    }

    @Test
    void nextOffsetIsOneMoreThanTheLastId() throws Exception {
        record(2);
        assertEquals(3, page("{}").get("nextOffset").longValue());
        assertEquals(3, page("{\"offset\":3}").get("nextOffset").longValue());
    }

    @Test
    void anEmptyPageEchoesTheRawOffset() throws Exception {
        assertEquals(0, page("{}").get("nextOffset").longValue());
        assertEquals(918280, page("{\"offset\":918280}").get("nextOffset").longValue());
        assertEquals(-5, page("{\"offset\":-5}").get("nextOffset").longValue());
    }

    @Test
    void aNegativeOffsetDeletesNothing() throws Exception {
        record(1);
        JsonNode page = page("{\"offset\":-5}");
        assertEquals(List.of(1L), ids(page));
        assertEquals(2, page.get("nextOffset").longValue());
    }

    @Test
    void anOffsetAheadOfTheIdsDeletesEverythingForEver() throws Exception {
        record(2);
        JsonNode page = page("{\"offset\":1000}");
        assertEquals(List.of(), ids(page));
        assertEquals(1000, page.get("nextOffset").longValue());
        assertEquals(List.of(1L, 2L), portal.acknowledged(7));
        assertEquals(List.of(1L, 2L), portal.lost(7));
    }

    @Test
    void moreIsClaimedWhenThePageIsExactlyFull() throws Exception {
        record(2);
        assertTrue(page("{\"limit\":2}").get("hasMore").booleanValue());
        assertFalse(page("{\"limit\":3}").get("hasMore").booleanValue());
    }

    @Test
    void theLimitIsClampedInSilence() throws Exception {
        record(1001);
        assertEquals(1, ids(page("{\"limit\":0}")).size());
        assertEquals(1, ids(page("{\"limit\":-3}")).size());
        assertEquals(100, ids(page("{}")).size());
        assertEquals(1000, ids(page("{\"limit\":5000}")).size());
    }

    @Test
    void anIdAtTheEndOfTheRangeOverflows() throws Exception {
        portal.record(7, Long.MAX_VALUE, "ONIMV2JOINCHAT", "{}");
        assertTrue(call(ilse, GET, "{}").body().contains("\"nextOffset\":9.2233720368547758e+18"));
    }

    @Test
    void aHundredThousandRowsAreDrainedInSeconds() throws Exception {
        String data = "{\"message\":{\"text\":\"" + "x".repeat(500) + "\"}}";
        for (int i = 0; i < 100_000; i++) {
            portal.record(7, "ONIMV2MESSAGEADD", data);
        }
        long offset = 0;
        int events = 0;
        JsonNode page;
        do {
            page = page("{\"limit\":1000,\"offset\":" + offset + "}");
            offset = page.get("nextOffset").longValue();
            events += page.get("events").size();
        } while (page.get("hasMore").booleanValue());
        assertEquals(100_000, events);
        assertEquals(100_000, portal.acknowledged(7).size());
    }
}
