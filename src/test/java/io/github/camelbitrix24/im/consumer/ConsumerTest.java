package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConstants.EVENT_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConsumerTest extends RouteTest {

    @Test
    void eventsWithGapsArriveOnceEachInOrderAndAreAcknowledgedOnStop() throws Exception {
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(2345);
        routes(r -> r.from("bitrix24-im:events?" + FAST).to(events));
        portal.await(p -> p.subscribed(7), SOON);
        for (int i = 0; i < 2345; i++) {
            portal.user(12).says("chat5", "message " + i);
            portal.skipIds(i % 3);
        }

        MockEndpoint.assertIsSatisfied(context, SOON.toSeconds(), TimeUnit.SECONDS);
        context.stop();

        assertEquals(portal.recorded(7), headers(events, EVENT_ID));
        assertEquals(0, portal.pending(7).size());
        assertEquals(List.of(), portal.purged(7));
        assertTrue(portal.subscribed(7));
    }
}
