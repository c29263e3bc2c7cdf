package io.github.camelbitrix24.im.routes;

import java.util.List;

import io.github.camelbitrix24.im.testkit.Conversation;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.SentMessage;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EventsRouteTest extends ShippedRoutes {

    @Test
    void anEventIsDoneOnlyWhenAllThreeBranchesAre() {
        start("events", "log", "echo-bot", "archive");
        awaitSubscribed();
        // send itself tries three times
        portal.fail("im.message.add", Fault.html(502), 6);
        long failing = portal.recorded(7).size() + 1L;
        portal.user(12).says("chat5", "ping");
        portal.user(12).says("chat5", "after it");
        awaitAllAcknowledged();

        assertEquals(List.of("pong"), portal.sent().stream().map(SentMessage::text).toList());
        assertEquals(3, log.of("log").stream().filter(line -> line.endsWith(": ping")).count(), "tries");
        List<Long> archived = Archive.eventIds(archive.resolve("chat-5.jsonl"));
        assertEquals(List.of(failing, failing + 1, failing + 2), archived.stream().sorted().toList());
        assertTrue(archived.indexOf(failing) < archived.indexOf(failing + 1), "overtaken");
    }

    @Test
    void aWholeConversationIsLoggedAnsweredArchivedAndAcknowledged() {
        Conversation conversation = new Conversation(portal, 7, 3).steps(60);
        start("subscribe", "events", "log", "echo-bot", "archive");
        conversation.steps(60);
        awaitAllAcknowledged();
        stop();

        long pings = log.of("log").stream().filter(line -> line.endsWith(": ping")).count();
        assertTrue(pings > 1, "the conversation has too few pings");
        assertEquals(pings, portal.sent().size());
        assertEquals(portal.recorded(7).size(), log.of("log").size());
        assertEquals(portal.recorded(7), Archive.eventIds(archive));
        assertEquals(portal.recorded(7), portal.acknowledged(7));
        assertEquals(List.of(), portal.lost(7));
        assertEquals(List.of(), portal.purged(7));
    }
}
