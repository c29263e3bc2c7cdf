package io.github.camelbitrix24.im.routes;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PollEnrichRouteTest extends ShippedRoutes {

    @Test
    void takesOneEventEachTimeTheTimerFires() throws Exception {
        property("poll-enrich.period", "3600000");
        reader.subscribed();
        portal.user(12).named("Marco Silva");
        portal.user(12).says("chat5", "first");
        portal.user(12).says("chat5", "second");
        start("poll-enrich", "log");

        startRoute("poll-enrich");
        log.await("log", 1, SOON);
        stop();

        assertEquals(List.of("[Legal desk] Marco Silva: first"), log.of("log"));
        assertEquals(List.of(1L), portal.acknowledged(7));
        assertEquals(List.of(2L), portal.pending(7));
    }

    @Test
    void saysSoWhenThereIsNothingNew() throws Exception {
        property("poll-enrich.timeout", "10");
        start("poll-enrich", "log");

        startRoute("poll-enrich");
        log.await("poll-enrich", 1, SOON);

        assertEquals("Nothing new", log.of("poll-enrich").get(0));
    }
}
