package io.github.camelbitrix24.im.recording;

import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EventAnonymiserTest {

    private final EventAnonymiser anonymiser = new EventAnonymiser("a key for tests");

    /** JSON with single quotes. */
    private JsonNode data(String data) {
        String event = "{'eventId':5,'type':'ONIMV2MESSAGEADD','date':'2026-08-21T14:05:04+03:00','data':" + data + "}";
        return anonymiser.anonymise(Bitrix24ImEvent.of(event.replace('\'', '"'))).toJsonNode().get("data");
    }

    private String text(String text) {
        return data("{'message':{'text':'" + text + "'}}").at("/message/text").textValue();
    }

    @Test
    void whatHappenedStays() {
        String harmless
                = "{'message':{'id':77120,'chatId':345,'authorId':12,'date':'2026-08-21T14:05:03+03:00','isSystem':false,"
                  + "'forward':null,'params':{'FILE_ID':['4411'],'REPLY_ID':'77093','IS_EDITED':'Y','KEYBOARD':'N'}},"
                  + "'chat':{'avatar':'','dialogId':'chat345','extranet':false,'id':345,'messageType':'C','type':'chat',"
                  + "'entityType':'LINES','entityData2':'LEAD|0|CONTACT|0','permissions':{'canPost':'member'},"
                  + "'color':'#ab7761'},'user':{'id':12,'bot':false,'absent':false,'departments':[1,14],'phones':false,"
                  + "'type':'user','externalAuthId':'default'},'reaction':'redHeart','action':'add','language':'en'}";

        assertEquals(harmless.replace('\'', '"'), data(harmless).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "{}", "{'message':[],'chat':[],'user':[]}", "{'message':{'id':5},'chat':{'id':5}}" })
    void whatIsDegradedStaysSo(String data) {
        assertEquals(data.replace('\'', '"'), data(data).toString());
    }

    @Test
    void theSameNameHasTheSameStandInWhereverItStands() {
        JsonNode data = data("{'user':{'name':'Marco Silva','firstName':'Marco','lastName':'Silva'},'chat':{'name':'MARCO'},"
                             + "'message':{'text':'[USER=12 REPLACE]Marco Silva[/USER]'}}");
        JsonNode user = data.get("user");

        assertEquals(user.get("firstName").textValue() + " " + user.get("lastName").textValue(), user.get("name").textValue());
        assertEquals(user.get("firstName"), data.at("/chat/name"));
        assertEquals("[USER=12 REPLACE]" + user.get("name").textValue() + "[/USER]", data.at("/message/text").textValue());
        assertNotEquals("Marco", user.get("firstName").textValue());
        assertNotEquals(user.get("firstName"), user.get("lastName"));
    }

    @Test
    void aTextKeepsItsCodesAndLines() {
        String text = text("Order [B]4417[/B] for [CHAT=5]Legal desk[/CHAT]\\n>>see [URL=https://shop.example/o]this[/URL] [BR]"
                           + "[TIMESTAMP=1787310306 FORMAT=SILVA][QUOTE=Silva]so he said[/QUOTE][CALL=+49305550117]call[/CALL]");

        assertTrue(text.matches("[a-z ]+ \\[B][a-z]{4}\\[/B] [a-z]{2} \\[CHAT=5]\\w+ \\w+\\[/CHAT]\n>>[a-z ]+ "
                                + "\\[URL=https://[a-z]+\\.example/[a-z]+][a-z]{4}\\[/URL] \\[BR]"
                                + "\\[TIMESTAMP=1787310306 FORMAT=SHORT_DATE_FORMAT]\\[QUOTE][a-z ]{8}\\[/QUOTE]"
                                + "\\[CALL=\\+\\d{11}][a-z]{4}\\[/CALL]"),
                text);
    }

    @ParameterizedTest
    @CsvSource({ "x, 1", "ping, 4", "seventeen letters, 16", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00, 2" })
    void theLengthOfATextIsKeptRoughly(String text, int length) {
        assertEquals(length, text(text).length());
    }

    @Test
    void whatIsNotKnownIsReplacedWithTheNamesOfItsFields() {
        JsonNode data = data("{'salaries':{'Marco Silva':{'type':'user','amount':72000,'id':4930555}},'message':"
                             + "{'params':{'NEW':['Silva','4930555']},'block':{'text':'Silva'}},'context':{'type':'Silva'}}");
        String json = data.toString();

        assertFalse(json.matches("(?s).*(salaries|Marco|Silva|72000|4930555|amount|NEW).*"), json);
        assertEquals(3, data.size());
        assertTrue(data.at("/message/params").elements().next().get(1).textValue().matches("\\d{7}"), json);
    }

    @Test
    void whatLooksLikeAWordOfThePortalButIsNoneIsReplaced() {
        String json
                = data("{'reaction':'marco','language':'marco','chat':{'type':'marco','entityId':'whatsapp|3|49305550117|233',"
                       + "'entityType':'MARCO','dialogId':'marco','id':'marco'},'user':{'gender':'M','birthday':'14-05',"
                       + "'status':'marco','phones':{'marco':'49305550117','work_phone':'+49 30 5550117'}}}").toString();

        assertFalse(json.toLowerCase(Locale.ROOT).matches("(?s).*(marco|whatsapp|5550117|14-05).*"), json);
        assertTrue(json.contains("|233\""), json);
    }

    @Test
    void theTokenOfABotIsNotThere() {
        JsonNode bot = data("{'bot':{'id':51,'code':'desk_helper','appId':'zx9q-token','type':'bot'}}").get("bot");

        assertEquals("{\"id\":51,\"code\":\"" + bot.get("code").textValue() + "\",\"type\":\"bot\"}", bot.toString());
        assertNotEquals("desk_helper", bot.get("code").textValue());
    }

    @Test
    void wordsThatAreToBeKeptAreKept() {
        anonymiser.setKeep("room, approve");
        JsonNode data = data("{'command':{'command':'/room','params':'4 today'},'message':{'text':'/room 4 today','params':"
                             + "{'KEYBOARD':[{'COMMAND':'approve','COMMAND_PARAMS':'T-9'}]}}}");

        assertEquals("/room", data.at("/command/command").textValue());
        assertTrue(data.at("/message/text").textValue().matches("/room [a-z ]{4}"), data::toString);
        assertEquals("approve", data.at("/message/params/KEYBOARD/0/COMMAND").textValue());
        assertFalse(data.toString().contains("today") || data.toString().contains("T-9"), data::toString);
        assertTrue(text("/rooms").matches("[a-z]{4}"));
    }

    @Test
    void withAKeyOfOnesOwnStandInsAreTheSameAfterARestart() {
        Bitrix24ImEvent event = Bitrix24ImEvent.of("{\"eventId\":5,\"data\":{\"user\":{\"name\":\"Marco\"}}}");
        String json = anonymiser.anonymise(event).getJson();

        assertEquals(json, new EventAnonymiser("a key for tests").anonymise(event).getJson());
        assertNotEquals(json, new EventAnonymiser("another key").anonymise(event).getJson());
        assertNotEquals(new EventAnonymiser().anonymise(event).getJson(), new EventAnonymiser().anonymise(event).getJson());
    }

    @Test
    void aUuidIsAnother() {
        String uuid = data("{'message':{'uuid':'3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4'}}").at("/message/uuid").textValue();

        assertNotEquals("3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4", uuid);
        assertEquals(4, assertDoesNotThrow(() -> UUID.fromString(uuid)).version());
    }

    @Test
    void anEmptyKeyIsRefused() {
        String why = assertThrows(IllegalArgumentException.class, () -> new EventAnonymiser(" ")).getMessage();

        assertTrue(why.contains("key of an EventAnonymiser is empty"), why);
    }
}
