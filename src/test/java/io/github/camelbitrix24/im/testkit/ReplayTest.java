package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A file of events is played with its pauses, by the portal's clock. */
class ReplayTest extends PortalTest {

    private static final String HELLO = "{\"eventId\":900,\"type\":\"ONIMV2MESSAGEADD\",\"date\":\"2026-08-21T14:05:04+03:00\","
                                        + "\"data\":{\"b\":1.50, \"a\":\"\\u00e9\",\"chat\":{\"dialogId\":\"chat345\",\"name\":\"Desk\"},"
                                        + "\"user\":{\"id\":33,\"name\":\"Bako\"}}}";
    private static final String LATER = HELLO.replace("14:05:04", "16:05:04");

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), String.join("\n", lines));
    }

    private List<String> texts(String field) throws Exception {
        return StreamSupport.stream(page("{\"offset\":1}").get("events").spliterator(), false)
                .map(event -> event.at(field).asText()).toList();
    }

    @Test
    void itsEventsComeWhenTheirTimeHasComeByThePortalsClock() throws Exception {
        ilse.subscribed();
        portal.clock().freezeAt(Instant.parse("2027-01-01T00:00:00Z"));
        long before = portal.record(7, "ONIMV2OTHER", "{}");
        Replay replay = portal.replay(file(HELLO, "", LATER + "\r", LATER.replace("16:05:04", "15:00:00"), ""));

        assertEquals(Duration.ofHours(2), replay.length());
        assertEquals(List.of(before, before + 1), portal.pending(7));
        assertEquals(3 - 1, replay.left());
        portal.clock().advance(Duration.ofHours(2).minusSeconds(1));
        assertEquals(2, portal.pending(7).size());
        portal.clock().advance(Duration.ofHours(1));
        long after = portal.record(7, "ONIMV2OTHER", "{}");

        assertEquals(List.of(before, before + 1, before + 2, before + 3, after), portal.pending(7));
        assertEquals(List.of("2027-01-01T03:00:00+03:00", "2027-01-01T03:00:00+03:00", "2027-01-01T05:00:00+03:00",
                "2027-01-01T05:00:00+03:00", "2027-01-01T05:59:59+03:00"), texts("/date"));
        assertEquals(0, replay.left());
    }

    @Test
    void theDataIsThatOfTheFileByteByByte() throws Exception {
        ilse.subscribed();
        portal.replay(file("\uFEFF" + HELLO));

        String answer = call(ilse, GET, "{}").body();
        assertTrue(answer.contains("\"data\":{\"b\":1.50, \"a\":\"\\u00e9\",\"chat\":"), answer);
    }

    @Test
    void whoIsNotSubscribedGetsNothingAndWhatIsLeftCanBeStopped() throws Exception {
        portal.clock().freeze();
        Replay replay = portal.replay(file(HELLO, LATER, LATER));
        ilse.subscribed();
        assertEquals(List.of(), portal.recorded(7));
        portal.clock().advance(Duration.ofHours(2));
        assertEquals(2, portal.recorded(7).size());

        Replay second = portal.replay(file(HELLO, LATER));
        second.close();
        portal.clock().advance(Duration.ofHours(9));
        assertEquals(3, portal.recorded(7).size());
        assertEquals(0, replay.left());
    }

    @Test
    void queuesOfSeveralUsersAreThoseOfTheRecording() throws Exception {
        ilse.subscribed();
        marco.subscribed();
        Path file = folder.resolve("recorded.jsonl");
        try (Recording recording = portal.recordTo(file)) {
            portal.record(7, "ONIMV2ONE", "{}");
            portal.record(12, "ONIMV2TWO", "{}");
            portal.record(12, "ONIMV2THREE", "[]");
        }
        portal.record(7, "ONIMV2NOLONGER", "{}");
        try (PortalEmulator other = PortalEmulator.start()) {
            other.user(12).subscribed();
            other.user(7).subscribed();
            other.replay(file).close();
            other.clock().advance(Duration.ofMinutes(5));

            assertEquals(1, other.recorded(7).size());
            assertEquals(2, other.recorded(12).size());
        }
        assertEquals(3, Files.readAllLines(file).size());
    }

    @Test
    void aBotsEventsAreThatBotsOrThoseOfTheOnlyOne() throws Exception {
        String event = HELLO.replace("ONIMV2", "ONIMBOTV2").replace("\"data\":{", "\"data\":{\"bot\":{\"id\":51},");
        Path file = file(event);
        String why = assertThrows(IllegalArgumentException.class, () -> portal.replay(file)).getMessage();
        assertTrue(why.contains("the bot 51, which is not on this portal"), why);

        EmulatedBot desk = portal.bot("desk_helper", "token");
        portal.replay(file);
        assertEquals(1, portal.pending(desk.id()).size());
    }

    @Test
    void onePersonCanAnswerWhereARecordingPlays() throws Exception {
        ilse.subscribed();
        portal.replay(file(HELLO));

        assertTrue(result(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat345\",\"MESSAGE\":\"yes\"}").isNumber());
        assertEquals("Bako", portal.view().person(33).name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '~', value = {
            "{\"type\":! it is not JSON at column",
            "[]! it is not a JSON object",
            "{\"type\":\"\",\"data\":{},\"date\":\"2026-08-21T14:05:04+03:00\"}! it has no field \"type\"",
            "{\"type\":\"X\",\"date\":\"2026-08-21T14:05:04+03:00\"}! it has no field \"data\"",
            "{\"type\":\"X\",\"data\":\"x\",\"date\":\"2026-08-21T14:05:04+03:00\"}! it has no field \"data\"",
            "{\"type\":\"X\",\"data\":{},\"date\":\"yesterday\"}! its field \"date\" is \"yesterday\", and not a date as",
            "{\"type\":\"X\",\"data\":{}}! its field \"date\" is missing",
            "{\"type\":\"X\",\"data\":{},\"date\":\"2026-08-21T14:05:04+03:00\"} {}! something follows" })
    void aBrokenLineIsNamedAndNothingIsPlayed(String line, String wrong) throws Exception {
        ilse.subscribed();
        Path file = file(HELLO, "", line);
        String why = assertThrows(IllegalArgumentException.class, () -> portal.replay(file)).getMessage();

        assertTrue(why.startsWith(file + ", line 3: " + wrong), why);
        assertEquals(List.of(), portal.recorded(7));
    }

    @Test
    void aFileWithoutEventsIsRefused() throws Exception {
        Path file = file("", "");

        assertTrue(assertThrows(IllegalArgumentException.class, () -> portal.replay(file)).getMessage()
                .contains("holds no event"));
    }

    @Test
    void aRecordingHasNoNamesAndSaysWhoseQueueItWas() throws Exception {
        ilse.subscribed();
        portal.chat("chat5").named("Secret plans").members(7, 12);
        Path file = folder.resolve("recorded.jsonl");
        try (Recording recording = portal.recordTo(file)) {
            marco.says("chat5", "the takeover is on monday");
        }
        String line = Files.readString(file);
        JsonNode event = json(line);

        assertFalse(line.matches("(?s).*(Secret|Marco|Silva|takeover|Paralegal).*"), line);
        assertEquals(7, event.get("queue").intValue());
        assertEquals(12, event.at("/data/user/id").intValue());
        assertEquals("chat5", event.at("/data/chat/dialogId").textValue());
    }
}
