package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConsumerTest extends RouteTest {

    @Test
    void eventsWithGapsArriveOnceEachInOrderAndAreAcknowledgedOnStop() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bitrix24-im:events?" + FAST).process(e -> note(e));
            }
        });
        portal.await(p -> p.subscribed(7), SOON);
        for (int i = 0; i < 2345; i++) {
            portal.user(12).says("chat5", "message " + i);
            portal.skipIds(i % 3);
        }

        await("all seen", () -> seen.size() == 2345);
        context.stop();

        assertEquals(portal.recorded(7), seen);
        assertEquals(0, portal.pending(7).size());
        assertEquals(List.of(), portal.purged(7));
        assertTrue(portal.subscribed(7));
    }
}
