package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.PollTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EventTypesTest extends PollTest {

    private void listenAfterOneOfEach(String options) throws Exception {
        reader.subscribed();
        long message = portal.user(12).says("chat5", "hello");
        portal.user(12).edits(message, "hello!").reacts(message, "like").deletes(message);
        portal.user(13).joins("chat5");
        portal.record(7, "ONIMV2NEW", "{}");
        listen(options);
    }

    private void listen(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND + options).routeId("events").to("mock:events"));
    }

    @Test
    void withoutTheOptionAllTypesComeAlsoUnknownOnes() throws Exception {
        listenAfterOneOfEach("");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of("ONIMV2MESSAGEADD", "ONIMV2MESSAGEUPDATE", "ONIMV2REACTIONCHANGE", "ONIMV2MESSAGEDELETE",
                "ONIMV2JOINCHAT", "ONIMV2NEW"), types());
    }

    @Test
    void otherTypesAreAcknowledgedUnseen() throws Exception {
        listenAfterOneOfEach("&eventTypes=onimv2messageadd, ONIMV2REACTIONCHANGE");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of("ONIMV2MESSAGEADD", "ONIMV2REACTIONCHANGE"), types());
        assertEquals(portal.recorded(7), portal.acknowledged(7));
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void kindsAreTakenBesideTypesInAnyCase() throws Exception {
        listenAfterOneOfEach("&eventTypes=messageAdd, MESSAGEDELETE,ONIMV2JOINCHAT,command");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of("ONIMV2MESSAGEADD", "ONIMV2MESSAGEDELETE", "ONIMV2JOINCHAT"), types());
    }

    @Test
    void aTypeThatThisVersionDoesNotKnowCanBeChosen() throws Exception {
        listenAfterOneOfEach("&eventTypes=ONIMV2NEW");

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of("ONIMV2NEW"), types());
    }

    @Test
    void pagesOfUnwantedEventsAreDrainedWithoutAPause() throws Exception {
        reader.subscribed();
        listen("&eventTypes=ONIMV2NEW&limit=10");
        for (int i = 0; i < 100; i++) {
            portal.user(12).says("chat5", "noise");
        }
        portal.record(7, "ONIMV2NEW", "{}");

        hand.runNext();
        await("the event that is wanted", () -> types().size() == 1);

        int gets = portal.calls("im.v2.Event.get").size();
        assertTrue(gets <= 13, () -> gets + " requests for 11 pages");
    }

    private List<Object> types() {
        return headers(getMockEndpoint("mock:events"), Bitrix24ImConstants.EVENT_TYPE);
    }
}
