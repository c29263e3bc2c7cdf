package io.github.camelbitrix24.im.docs.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.BotProfile;
import io.github.camelbitrix24.im.testkit.Draft;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import io.github.camelbitrix24.im.testkit.Recording;
import io.github.camelbitrix24.im.testkit.Replay;
import io.github.camelbitrix24.im.testkit.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The lines of code on the page for authors of tests, which stand there as they stand here. */
class TestKitExamplesTest {

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    @TempDir
    Path folder;

    @Test
    void peopleTalk() {
        PortalEmulator portal = emulator.portal();
        EmulatedUser reader = portal.user(7).named("Robin Service").subscribed();
        EmulatedUser marco = portal.user(12).named("Marco Silva");
        portal.chat("chat5").named("Legal desk").members(7, 12);

        long question = marco.says("chat5", "who takes the call?");
        marco.says("7", Draft.text("see the attachment").files(4411));
        marco.edits(question, "who takes the call at three?").deletes(question);

        assertEquals(4, portal.pending(reader.id()).size());
    }

    @Test
    void peopleTalkToABot() {
        PortalEmulator portal = emulator.portal();
        EmulatedUser marco = portal.user(12);
        EmulatedBot desk = portal.bot("desk_helper", "zx9q-token").looking(BotProfile.named("Desk helper")).command("room",
                "Books a room");
        portal.user(7).scopes("im", "imbot");
        portal.chat("chat5").members(7, 12, desk.id());

        marco.says("chat5", "[USER=" + desk.id() + "]Desk[/USER] is room 4 free?");
        marco.says(Long.toString(desk.id()), "/room 4 today");
        long messageId = desk.user().says("chat5", Draft.text("Room 4?").keyboard(List.of(
                Map.of("TEXT", "Approve", "COMMAND", "room", "COMMAND_PARAMS", "ok:T-9", "BOT_ID", desk.id()))));
        marco.presses(messageId, "Approve");
        marco.presses(messageId, desk.id(), "room", "anything");
        marco.opens(Long.toString(desk.id()), Map.of("ticket", "T-9"));

        assertTrue(portal.pending(desk.id()).size() > 4, portal.describe());
    }

    @Test
    void peopleSendFiles() throws IOException {
        PortalEmulator portal = emulator.portal();
        EmulatedUser marco = portal.user(12);
        portal.chat("chat5").members(7, 12);
        byte[] bytes = { 1, 2, 3 };
        Path path = Files.write(folder.resolve("a.png"), bytes);
        long seed = 1;

        long id = marco.sends("chat5", "the signed copy", FileDraft.of("copy.pdf", bytes));
        marco.sends("chat5", FileDraft.of("a.png", path), FileDraft.random("large.bin", 100 << 20, seed));
        StoredFile file = portal.disk().files().get(0);

        assertEquals("the signed copy", portal.message(id).text());
        assertEquals("copy.pdf", file.name());
    }

    @Test
    void methodsAreAnswered() {
        PortalEmulator portal = emulator.portal();
        portal.answer("im.chat.get", Map.of("ID", "42"));
        portal.answer("crm.item.list", parameters -> List.of(parameters.get("entityTypeId")));
        portal.fail("crm.item.add", Fault.error("ACCESS_DENIED", "Access denied!", 403));

        assertTrue(portal.calls().isEmpty());
    }

    @Test
    void theClockMoves() {
        PortalEmulator portal = emulator.portal();
        portal.user(7).subscribed();
        portal.user(12).says("7", "see you tomorrow");

        portal.clock().advance(Duration.ofHours(25));

        assertEquals(List.of(), portal.pending(7));
        assertEquals(1, portal.purged(7).size());
    }

    @Test
    void eventsAreRecordedAndPlayed() {
        PortalEmulator portal = emulator.portal();
        EmulatedUser marco = portal.user(12);
        portal.user(7).subscribed();
        Path file = folder.resolve("conversation.jsonl");

        try (Recording recording = portal.recordTo(file)) {
            marco.says("7", "hello");
        }
        Replay replay = portal.replay(file);
        portal.clock().advance(replay.length());

        assertEquals(2, portal.pending(7).size());
    }
}
