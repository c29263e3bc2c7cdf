package io.github.camelbitrix24.im.event;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class Bitrix24ImEventTest {

    private static Bitrix24ImEvent event(String type, String data) {
        return Pages.event(type, data.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ONIMV2MESSAGEADD     | {'message':{'authorId':12},'user':{'id':12}} | 12",
            "ONIMV2MESSAGEADD     | {'message':{'authorId':0},'user':[]}         | 0",
            "ONIMV2MESSAGEADD     | {'message':{'authorId':0},'user':{'id':7}}   | 0",
            "ONIMV2MESSAGEUPDATE  | {'message':{'authorId':'12'},'user':{'id':13}} | 12",
            "ONIMV2MESSAGEADD     | {'message':[],'user':{'id':13}}              | 13",
            "ONIMV2MESSAGEDELETE  | {'messageId':5,'user':{'id':12}}             | 12",
            "ONIMV2REACTIONCHANGE | {'message':{'authorId':12},'user':{'id':13}} | 13",
            "ONIMV2JOINCHAT       | {'dialogId':'chat5','user':{'id':19}}        | 19",
            "ONIMBOTV2MESSAGEADD  | {'message':{'authorId':12},'user':{'id':13}} | 12",
            "ONIMV2MESSAGEADD     | {'message':[],'user':[]}                     | ",
            "NEW                  | {'user':false}                               | " })
    void theUserIsWhoDidIt(String type, String data, Long user) {
        assertEquals(user, event(type, data).getUserId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'chat':{'id':5,'dialogId':'chat5'},'message':{'chatId':6}} | 5 | chat5",
            "{'chat':[],'message':{'chatId':6}}                          | 6 | ",
            "{'chat':{'id':'5'},'dialogId':'chat5'}                      | 5 | chat5",
            "{'chat':{'id':88,'dialogId':51}}                            | 88 | 51",
            "{'chat':null}                                               | | " })
    void chatAndDialogComeFromWhereverTheyAre(String data, Long chat, String dialog) {
        Bitrix24ImEvent event = event("ONIMV2MESSAGEADD", data);

        assertEquals(chat, event.getChatId());
        assertEquals(dialog, event.getDialogId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'reaction':'like','action':''}          | like     | ", "{'reaction':'like','action':'add'} | like | add",
            "{'reaction':'redHeart','action':'delete'} | redHeart | delete", "{'reaction':'like'} | like | ",
            "{'reaction':false,'action':null}         |          | " })
    void aReactionWithoutAnActionIsNotTakenForAnAddition(String data, String reaction, String action) {
        Bitrix24ImEvent event = event("ONIMV2REACTIONCHANGE", data);

        assertEquals(reaction, event.getReaction());
        assertEquals(action, event.getAction());
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "[]", "[1,{}]", "{}", "17", "-1.5e3", "true" })
    void dataThatIsNoObjectIsKeptAndHasNothingToSay(String data) {
        Bitrix24ImEvent event = event("NEW", data);

        assertTrue(event.getJson().endsWith("\"data\":" + data + "}"));
        assertEquals(Map.of(), event.getData());
        assertFalse(event.getMessage().isPresent());
        assertFalse(event.getChat().isPresent());
        assertFalse(event.getUser().isPresent());
        assertNull(event.getReaction());
        assertNull(event.getLanguage());
        assertNull(event.getMessageId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "'text'", "''", "'\u00fc \uD83D\uDCCE'" })
    void aTextForDataIsKeptAndHasNothingToSay(String data) {
        Bitrix24ImEvent event = event("NEW", data);

        assertEquals(Map.of(), event.getData());
        assertFalse(event.getMessage().isPresent());
        assertNull(event.getLanguage());
    }

    @Test
    void theWholeEventIsAMapInThePortalsNames() {
        Map<String, Object> map = event("NEW", "{'language':'de','n':1}").toMap();

        assertEquals(Map.of("eventId", 1L, "type", "NEW", "date", "2026-08-21T14:05:04+03:00", "data",
                Map.of("language", "de", "n", 1L)), map);
    }

    @Test
    void eventsOfOnePageKeepTheirOwnBytes() {
        var events = Pages.events("{\"eventId\":1,\"data\":{\"a\":\"ü\"}}", "{ \"eventId\":2 }", "{\"eventId\":3,\"data\":[]}");

        assertEquals("{\"eventId\":1,\"data\":{\"a\":\"ü\"}}", events.get(0).getJson());
        assertEquals("{ \"eventId\":2 }", events.get(1).getJson());
        assertEquals("{\"eventId\":3,\"data\":[]}", events.get(2).getJson());
    }
}
