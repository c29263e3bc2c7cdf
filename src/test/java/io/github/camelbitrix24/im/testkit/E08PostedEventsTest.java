package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class E08PostedEventsTest extends PortalTest {

    private static final String POST = "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"pong\"}";

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
        portal.chat("chat5").members(7, 12);
    }

    @Test
    void theEventIsThereBeforeTheAnswer() throws Exception {
        result(ilse, "im.message.add", POST);
        assertEquals(List.of(1L), ids(page("{}")));
    }

    @Test
    void theEventMayComeAfterTheAnswer() throws Exception {
        portal.behave(Behaviour.PostedEvents.AFTER_ANSWER);
        JsonNode batch = result(ilse, "batch",
                "{\"cmd\":{\"post\":\"im.message.add?DIALOG_ID=chat5&MESSAGE=pong\",\"get\":\"im.v2.Event.get\"}}");
        assertEquals(List.of(), ids(batch.at("/result/get")));
        portal.await(p -> p.pending(7).size() == 1, Duration.ofSeconds(20));
        assertEquals(batch.at("/result/post"), data(0).at("/message/id"));
    }

    @Test
    void theEventComesThoughTheAnswerDoesNot() {
        portal.behave(Behaviour.PostedEvents.AFTER_ANSWER).fail("im.message.add", Fault.droppedAfterActing());
        assertThrows(IOException.class, () -> call(ilse, "im.message.add", POST));
        portal.await(p -> p.pending(7).size() == 1, Duration.ofSeconds(20));
        assertEquals(1, portal.sent().size());
    }

    @Test
    void aTestMayHoldTheEventBack() throws Exception {
        long posted;
        try (HeldEvents held = portal.holdPostedEvents()) {
            posted = result(ilse, "im.message.add", POST).longValue();
            marco.says("chat5", "quicker");
            assertEquals(1, held.count());
            assertEquals("quicker", data(0).at("/message/text").textValue());
            assertEquals(1, page("{}").get("events").size());
        }
        assertEquals(posted, data(1).at("/message/id").longValue());
        result(ilse, "im.message.add", POST);
        assertEquals(3, page("{}").get("events").size());
    }
}
