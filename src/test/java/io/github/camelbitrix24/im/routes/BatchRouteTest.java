package io.github.camelbitrix24.im.routes;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BatchRouteTest extends ShippedRoutes {

    @Test
    void eachExchangeIsAPageAndAPageIsAcknowledgedAsAWhole() throws Exception {
        reader.subscribed();
        IntStream.rangeClosed(1, 130).forEach(i -> portal.user(12).says("chat5", "line " + i));
        start("batch");

        startRoute("batch");
        awaitAllAcknowledged();

        assertEquals(List.of("100 events, 1 to 100", "30 events, 101 to 130"), log.of("batch"));
        assertEquals(portal.recorded(7), portal.acknowledged(7));
    }
}
