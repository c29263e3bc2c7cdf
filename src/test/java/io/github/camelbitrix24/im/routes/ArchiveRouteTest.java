package io.github.camelbitrix24.im.routes;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ArchiveRouteTest extends ShippedRoutes {

    @Test
    void eachEventIsOneLineInTheFileOfItsChat() {
        reader.subscribed();
        portal.chat("chat6").members(7, 12);
        portal.user(12).says("chat5", "Привет,\nмир & <b>");
        portal.user(12).says("chat6", "elsewhere");
        portal.user(12).says("chat5", "again 🎉");
        archiveAll();

        assertEquals(List.of(archive.resolve("chat-5.jsonl"), archive.resolve("chat-6.jsonl")), Archive.files(archive));
        assertEquals(List.of("Привет,\nмир & <b>", "again 🎉"), Archive.events(archive.resolve("chat-5.jsonl")).stream()
                .map(event -> event.at("/data/message/text").asText()).toList());
        assertEquals(portal.recorded(7), Archive.eventIds(archive));
    }

    @Test
    void nothingThatThePortalSendsLeadsOutOfTheFolder() {
        portal.record(7, "ONIMV2MESSAGEADD",
                "{\"chat\":{\"id\":\"../../evil\",\"dialogId\":\"../../evil\",\"name\":\"../x\"}}");
        portal.record(7, "../../../etc/passwd", "{\"chat\":{\"id\":\"${sys.user.home}\"},\"message\":{\"chatId\":\"/tmp/x\"}}");
        portal.record(7, "ONIMV2JOINCHAT", "{\"chat\":{\"id\":-4,\"dialogId\":\"chat-4\"}}");
        portal.record(7, "ONIMV2NEWS", "[]");
        archiveAll();

        assertEquals(portal.recorded(7), Archive.eventIds(archive));
        assertEquals(List.of(archive.resolve("chat--4.jsonl"), archive.resolve("chat-none.jsonl")), Archive.files(archive));
    }

    private void archiveAll() {
        start("events", "log", "echo-bot", "archive");
        awaitAllAcknowledged();
        stop();
    }
}
