package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of events and calls, as far as the portal can know. */
class C03QueueTest extends ControlTest {

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
    }

    @Test
    void anEventIsRecordedFetchedHandedOverAndAcknowledged() throws Exception {
        marco.says("7", "ping");
        long id = portal.pending(7).get(0);
        assertEquals(List.of("RECORDED"), stages());
        page("{}");
        assertEquals(List.of("FETCHED"), stages());
        page("{\"offset\":" + id + "}");
        assertEquals(List.of("HANDED_OVER"), stages());
        marco.says("7", "pong");
        page("{\"offset\":" + (id + 1) + "}");
        assertEquals(List.of("ACKNOWLEDGED", "FETCHED"), stages());

        JsonNode queue = look("queues").get(0);
        assertEquals(7, queue.get("userId").longValue());
        assertTrue(queue.get("subscribed").booleanValue());
        assertEquals(id + 1, queue.get("offset").longValue());
        assertEquals("2 1 1 0 0", queue.get("recorded") + " " + queue.get("pending") + " " + queue.get("acknowledged") + " "
                                  + queue.get("lost") + " " + queue.get("purged"));
        JsonNode first = queue.at("/latest/0");
        for (String time : List.of("recordedAt", "fetchedAt", "askedAgainAt", "acknowledgedAt")) {
            assertTrue(first.get(time).textValue().endsWith("Z"), first.toString());
        }
        assertEquals("ping", json(first.get("data").textValue()).at("/message/text").textValue());
    }

    @Test
    void whatNobodyHasSeenIsLostOrPurgedOrLate() throws Exception {
        portal.withholdVisibility(() -> marco.says("7", "late"));
        marco.says("7", "unseen");
        assertEquals(List.of("LATE", "RECORDED"), stages());
        page("{\"offset\":" + (portal.pending(7).get(0) + 1) + "}");
        assertEquals(List.of("LATE", "LOST"), stages());
        marco.says("7", "dropped");
        portal.dropRows();
        assertEquals(List.of("LATE", "LOST", "PURGED"), stages());
    }

    @Test
    void aBotHasAQueueAndTheLatestEventsAreThere() throws Exception {
        EmulatedBot desk = portal.bot("desk", "t");
        for (int i = 0; i < 300; i++) {
            marco.says(Long.toString(desk.id()), "line " + i);
        }
        JsonNode queue = look("queues?last=500").get(1);
        assertTrue(queue.get("bot").booleanValue());
        assertEquals(200, queue.get("latest").size());
        assertEquals(3, look("queues?last=3").at("/1/latest").size());
        assertEquals(0, look("queues?queue=7").at("/1/latest").size());
        assertEquals(60, look("state?queue=" + desk.id()).at("/queues/1/latest").size());
        assertTrue(queue.at("/latest/199/data").textValue().contains("line 299"));
    }

    @Test
    void callsAreThereWithStatusAndWhoAsked() throws Exception {
        call(ilse, "profile", "{}");
        portal.fail("profile", Fault.html(502));
        call(marco, "profile", "{}");
        look("people");
        JsonNode calls = look("requests");
        assertEquals(List.of("Ilse Brandt", "Marco Silva"), texts(calls, "name"));
        assertEquals(List.of("200", "502"), texts(calls, "status"));
        assertEquals(List.of("1", "2"), texts(calls, "number"));
        assertTrue(calls.at("/0/call").textValue().startsWith("POST /rest/7/****/profile"), calls.toString());
        assertFalse(calls.at("/0/agent").textValue().isEmpty());
        portal.clearCalls();
        call(ilse, "profile", "{}");
        assertEquals(List.of("3"), texts(look("requests"), "number"));
    }

    @Test
    void whatApplicationsPostedIsThere() throws Exception {
        call(ilse, "im.message.add", "{\"DIALOG_ID\":\"12\",\"MESSAGE\":\"pong\"}");
        JsonNode sent = look("sent");
        assertEquals("pong", sent.at("/0/text").textValue());
        assertEquals("12", sent.at("/0/dialogId").textValue());
    }

    @Test
    void lateRowsShowUpWhenTheirTimeHasCome() throws Exception {
        portal.clock().freeze();
        done("say", "{'as':12,'dialog':'7','text':'slow one','late':'5s'}");
        marco.says("7", "fast one");
        assertEquals(List.of("LATE", "RECORDED"), stages());
        portal.clock().advance(Duration.ofSeconds(5));
        assertEquals(List.of("RECORDED", "RECORDED"), stages());
    }

    private List<String> stages() throws Exception {
        return texts(look("queues").at("/0/latest"), "stage");
    }
}
