package io.github.camelbitrix24.im.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.StoredFile;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

    private String path(Path file) {
        return archive.relativize(file).toString().replace('\\', '/');
    }

    @Test
    void filesAreKeptBesideTheLinesOfTheirChat() throws Exception {
        reader.subscribed();
        byte[] first = { 1, 2, 3 };
        byte[] second = { 4 };
        portal.user(12).sends("chat5", "two of them", FileDraft.of("отчёт.pdf", first), FileDraft.of("отчёт.pdf", second));
        portal.user(12).sends("chat5", FileDraft.of("../../etc/passwd", second),
                FileDraft.of("п".repeat(200) + ".txt", second));
        portal.user(12).says("chat5", "no file");
        List<Long> ids = portal.disk().files().stream().map(StoredFile::id).toList();
        archiveAll();

        assertEquals(
                Set.of("chat-5.jsonl", "chat-5-files/" + ids.get(0) + "/отчёт.pdf", "chat-5-files/" + ids.get(1) + "/отчёт.pdf",
                        "chat-5-files/" + ids.get(2) + "/.._.._etc_passwd",
                        "chat-5-files/" + ids.get(3) + "/" + "п".repeat(125) + ".txt"),
                Archive.files(archive).stream().map(this::path).collect(Collectors.toSet()));
        assertArrayEquals(first, Files.readAllBytes(archive.resolve("chat-5-files/" + ids.get(0) + "/отчёт.pdf")));
        assertArrayEquals(second, Files.readAllBytes(archive.resolve("chat-5-files/" + ids.get(1) + "/отчёт.pdf")));
        assertEquals(3, Archive.events(archive.resolve("chat-5.jsonl")).size());
    }

    @Test
    void whatComesAgainIsTheSameFileAndWhatIsGoneHoldsUpNothing() throws Exception {
        reader.subscribed();
        portal.user(12).sends("chat5", FileDraft.of("a.txt", new byte[] { 1 }), FileDraft.of("gone.txt", new byte[] { 2 }),
                FileDraft.of("b.txt", new byte[] { 3 }));
        List<Long> ids = portal.disk().files().stream().map(StoredFile::id).toList();
        portal.fail("im.v2.File.download", Fault.none());
        portal.fail("im.v2.File.download", Fault.error("FILE_NOT_FOUND", "", 400));
        portal.fail("im.v2.File.download", Fault.html(502), 3);
        portal.fail("im.v2.File.download", Fault.none());
        portal.fail("im.v2.File.download", Fault.error("FILE_NOT_FOUND", "", 400));
        archiveAll();

        assertEquals(Set.of("chat-5.jsonl", "chat-5-files/" + ids.get(0) + "/a.txt", "chat-5-files/" + ids.get(2) + "/b.txt"),
                Archive.files(archive).stream().map(this::path).collect(Collectors.toSet()));
        assertArrayEquals(new byte[] { 3 }, Files.readAllBytes(archive.resolve("chat-5-files/" + ids.get(2) + "/b.txt")));
        assertEquals(1, Archive.events(archive.resolve("chat-5.jsonl")).size());
    }

    private void archiveAll() {
        start("events", "log", "echo-bot", "archive");
        awaitAllAcknowledged();
        stop();
    }
}
