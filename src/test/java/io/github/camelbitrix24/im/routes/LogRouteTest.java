package io.github.camelbitrix24.im.routes;

import java.util.List;

import io.github.camelbitrix24.im.testkit.Behaviour.EventParts;
import io.github.camelbitrix24.im.testkit.Behaviour.ReactionAction;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LogRouteTest extends ShippedRoutes {

    @Test
    void eachTypeOfEventIsOneReadableLine() {
        reader.subscribed();
        portal.behave(ReactionAction.ADD_DELETE);
        portal.user(12).named("Marco Silva");
        long message = portal.user(12).says("chat5", "who\n\tsigns it?");
        portal.user(12).edits(message, "who signs?");
        portal.user(12).reacts(message, "like");
        portal.user(13).named("Noa Levi").joins("chat5");
        portal.user(12).deletes(message);
        portal.user(12).says("7", "\u001b[31mbetween us");

        assertEquals(List.of(
                "[Legal desk] Marco Silva: who signs it?",
                "[Legal desk] Marco Silva changed message " + message + ": who signs?",
                "[Legal desk] Marco Silva, reaction on message " + message + ": like add",
                "[Legal desk] Noa Levi joined",
                "[Legal desk] message " + message + " was deleted",
                "[dialog 12] Marco Silva:  [31mbetween us"), lines());
    }

    @Test
    void systemMessagesAreMarked() {
        reader.subscribed();
        portal.chat("chat5").announces("The chat was renamed");

        assertEquals(List.of("[Legal desk] -- The chat was renamed"), lines());
    }

    @Test
    void missingPartsAreNoErrors() {
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":[],\"chat\":null,\"user\":false}");
        portal.record(7, "ONIMV2REACTIONCHANGE", "[]");
        portal.record(7, "ONIMV2NEWS", "{\"chat\":{\"id\":5,\"dialogId\":\"chat5\"}}");

        assertEquals(List.of(
                "[dialog ] user : ",
                "[dialog ] user , reaction on message :  ",
                "[dialog chat5] ONIMV2NEWS, event 3"), lines());
    }

    @Test
    void peopleAndChatsWithoutNamesAreNumbers() {
        reader.subscribed();
        portal.behave(EventParts.ALL_STUBS);
        portal.user(12).says("chat5", "hello");

        assertEquals(List.of("[dialog ] user 12: "), lines());
    }

    private List<String> lines() {
        start("events", "log", "echo-bot", "archive");
        awaitAllAcknowledged();
        stop();
        return log.of("log");
    }
}
