package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E08AttributesTest extends PortalTest {

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
    }

    private List<String> latest(String part, String... fields) throws Exception {
        JsonNode page = page("{}");
        JsonNode object = page.at("/events/" + (page.get("events").size() - 1) + "/data/" + part);
        return Stream.of(fields).map(field -> object.get(field).toString()).toList();
    }

    @Test
    void peopleFromOutsideAreMarked() throws Exception {
        portal.chat("chat5").members(7, 12);
        marco.says("chat5", "hello");
        assertEquals(List.of("\"user\"", "false", "\"default\""), latest("user", "type", "extranet", "externalAuthId"));
        assertEquals(List.of("false"), latest("chat", "extranet"));
        marco.extranet().says("chat5", "hello");
        assertEquals(List.of("\"extranet\"", "true", "\"default\""), latest("user", "type", "extranet", "externalAuthId"));
        assertEquals(List.of("true"), latest("chat", "extranet"));
        marco.guest().says("chat5", "hello");
        assertEquals(List.of("\"guest\"", "true", "\"im_guest\""), latest("user", "type", "extranet", "externalAuthId"));
    }

    @Test
    void phonesAreAnObjectOrFalse() throws Exception {
        marco.phones(Map.of("work_phone", "+49 30 1")).says("7", "call me");
        assertEquals(List.of("{\"work_phone\":\"+49 30 1\"}"), latest("user", "phones"));
        marco.phones(Map.of()).says("7", "do not");
        assertEquals(List.of("false"), latest("user", "phones"));
    }

    @Test
    void absenceIsADateOrFalse() throws Exception {
        marco.absentUntil(Instant.parse("2026-08-31T21:00:00Z")).says("7", "bye");
        assertEquals(List.of("\"2026-09-01T00:00:00+03:00\""), latest("user", "absent"));
        marco.absentUntil(null).says("7", "back");
        assertEquals(List.of("false"), latest("user", "absent"));
    }

    @Test
    void aChatHasAnOwner() throws Exception {
        portal.chat("chat5").members(7, 12).owner(12);
        marco.says("chat5", "mine");
        assertEquals(List.of("12"), latest("chat", "owner"));
        portal.chat("chat5").extranet().owner(0);
        marco.says("chat5", "nobody's");
        assertEquals(List.of("0", "true"), latest("chat", "owner", "extranet"));
    }

    @ParameterizedTest
    @CsvSource({ "channel,N,manager", "openChannel,J,manager", "generalChannel,J,manager", "chat,C,member", "open,O,member" })
    void inAChannelManagersWrite(String type, String letter, String posting) throws Exception {
        portal.chat("chat400").members(7, 12).kind(type, letter);
        ilse.says("chat400", "4.2 is out");
        JsonNode permissions = data(0).at("/chat/permissions");
        assertEquals(List.of(posting, posting),
                List.of(permissions.get("canPost").textValue(), permissions.get("manageMessages").textValue()));
        assertEquals("owner", permissions.get("manageSettings").textValue());
    }

    @Test
    void aChannelIsOne() throws Exception {
        portal.chat("chat400").members(7, 12).channel();
        ilse.says("chat400", "4.2 is out");
        assertEquals("manager", data(0).at("/chat/permissions/canPost").textValue());
    }

    @Test
    void aWorkgroupHasAChat() throws Exception {
        EmulatedChat chat = portal.chat("sg12").members(7, 12);
        marco.says("sg12", "hello");
        assertEquals(List.of("\"" + chat.dialogId() + "\"", "\"SONET_GROUP\"", "\"12\"", "\"sonetGroup\""),
                latest("chat", "dialogId", "entityType", "entityId", "type"));
    }
}
