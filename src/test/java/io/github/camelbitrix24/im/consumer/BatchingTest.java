package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** With {@code batching=true} a page is one exchange, acknowledged as a whole. */
class BatchingTest extends PollTest {

    private final List<List<Long>> batches = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();

    private void readBatches(String options, Processor then) throws Exception {
        reader.subscribed();
        routes(r -> r.from("bitrix24-im:events?batching=true&" + BY_HAND + options).routeId("events").process(e -> {
            List<?> events = e.getMessage().getBody(List.class);
            batches.add(events.stream().map(event -> ((Bitrix24ImEvent) event).getId()).toList());
            headers.add(Map.copyOf(e.getMessage().getHeaders()));
        }).process(then));
    }

    private void talk(int messages) {
        for (int i = 0; i < messages; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void theEventsOfAPageComeTogetherInTheirOrder() throws Exception {
        readBatches("&limit=4", e -> {
        });
        talk(10);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(ids(1, 10), batches.stream().flatMap(List::stream).toList());
        assertEquals(ids(1, 4), batches.get(0));
        batches.forEach(batch -> assertTrue(batch.size() <= 4, batches::toString));
    }

    @Test
    void aBatchHasTheHeadersOfNoSingleEvent() throws Exception {
        readBatches("", e -> {
        });
        talk(2);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(Map.of(Bitrix24ImConstants.PORTAL, "127.0.0.1:" + portal.port(), Bitrix24ImConstants.ATTEMPT, 1),
                headers.get(0));
    }

    @Test
    void whatIsUnwantedIsNotInTheBatch() throws Exception {
        readBatches("&includeOwn=false", e -> {
        });
        talk(1);
        reader.says("chat5", "mine");
        talk(1);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of(1L, 3L), batches.stream().flatMap(List::stream).toList());
    }

    @Test
    void aBatchThatFailsComesAgainAsItWasAndNothingOfItIsAcknowledged() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        readBatches("", e -> {
            if (fails.getAndSet(false)) {
                throw new IllegalStateException("on purpose");
            }
        });
        talk(3);
        pollUntil("one batch", () -> batches.size() == 1);
        talk(2);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of(ids(1, 3), ids(1, 3), ids(4, 5)), batches);
        assertEquals(List.of(1, 2, 1), headers.stream().map(all -> all.get(Bitrix24ImConstants.ATTEMPT)).toList());
        assertEquals(List.of(), portal.lost(7));
    }
}
