package io.github.camelbitrix24.im.event;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImMessageTest {

    private static ImMessage message(String json) {
        return Pages.event("ONIMV2MESSAGEADD", "{\"message\":" + json.replace('\'', '"') + "}").getMessage();
    }

    @Test
    void aFullMessageIsReadFieldByField() {
        ImMessage message = message("""
                {'id':77120,'chatId':345,'chat_id':345,'authorId':12,'author_id':12,'date':'2026-08-21T14:05:03+03:00',
                 'text':'the signed copy \\u0026 more \uD83D\uDCCE','isSystem':false,'uuid':'3f0c7a52','forward':
                 {'id':'chat345/77093','userId':7,'chatTitle':null,'chatType':'chat'},
                 'params':{'FILE_ID':['4411','4412'],'REPLY_ID':'77093','IS_EDITED':'Y'},'viewedByOthers':true}""");

        assertTrue(message.isPresent());
        assertEquals(77120L, message.getId());
        assertEquals(345L, message.getChatId());
        assertEquals(12L, message.getAuthorId());
        assertEquals("2026-08-21T14:05:03+03:00", message.getDate().toString());
        assertEquals("the signed copy & more \uD83D\uDCCE", message.getText());
        assertFalse(message.isSystem());
        assertEquals("3f0c7a52", message.getUuid());
        assertEquals("chat345/77093", message.getForward().get("id"));
        assertEquals(7L, message.getForward().get("userId"));
        assertEquals(List.of(4411L, 4412L), message.getFileIds());
        assertEquals(77093L, message.getReplyId());
        assertTrue(message.isEdited());
        assertFalse(message.isDeleted());
        assertTrue(message.isViewedByOthers());
        assertEquals("Y", message.getParams().get("IS_EDITED"));
        assertEquals(12, message.toMap().size());
        assertEquals(345L, message.get("chat_id"));
        assertNull(message.get("nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "false", "null", "{}", "''", "0", "true", "[1]" })
    void whatIsNoMessageHasNothingToSay(String json) {
        ImMessage message = message(json);

        assertFalse(message.isPresent());
        assertNull(message.getId());
        assertNull(message.getChatId());
        assertNull(message.getAuthorId());
        assertNull(message.getDate());
        assertNull(message.getText());
        assertFalse(message.isSystem());
        assertNull(message.getUuid());
        assertEquals(Map.of(), message.getForward());
        assertEquals(Map.of(), message.getParams());
        assertEquals(List.of(), message.getFileIds());
        assertNull(message.getReplyId());
        assertFalse(message.isEdited());
        assertEquals(Map.of(), message.toMap());
        assertNull(message.get("id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'isSystem':true,'authorId':12}   | true", "{'isSystem':'Y','authorId':12}   | true",
            "{'isSystem':false,'authorId':0}   | true", "{'isSystem':false,'authorId':'0'} | true",
            "{'isSystem':false,'author_id':0}  | true", "{'isSystem':false,'authorId':12} | false",
            "{'isSystem':'N','authorId':12}    | false", "{'text':'x'}                     | false" })
    void aSystemMessageIsKnownByItsFlagOrByHavingNoAuthor(String json, boolean system) {
        assertEquals(system, message(json).isSystem());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'params':[]}                          | []", "{'params':{'FILE_ID':['1','2']}}  | [1, 2]",
            "{'params':{'FILE_ID':[1,'2',null,'x']}} | [1, 2]", "{'params':{'FILE_ID':'7'}}        | [7]",
            "{'params':{'FILE_ID':{'0':'1'}}}       | []", "{'params':{'FILE_ID':[]}}         | []",
            "{'params':{'FILE_ID':false}}           | []", "{'params':'N'}                    | []" })
    void fileIdsAreNumbersHoweverTheyAreWritten(String json, String ids) {
        assertEquals(ids, message(json).getFileIds().toString());
    }

    @Test
    void idsMayBeTextsAndTheSnakeFormStepsIn() {
        ImMessage message = message("{'id':'77120','chat_id':'345','author_id':'12'}");

        assertEquals(77120L, message.getId());
        assertEquals(345L, message.getChatId());
        assertEquals(12L, message.getAuthorId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "''", "'soon'", "17", "false", "{}" })
    void aDateThatCannotBeReadIsNone(String date) {
        assertNull(message("{'date':" + date + "}").getDate());
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "''" })
    void anAbsentUuidIsWrittenInTwoWays(String uuid) {
        assertNull(message("{'uuid':" + uuid + "}").getUuid());
    }

    @Test
    void paramsStayAMapInThePortalsNames() {
        Map<String, Object> params
                = message("{'params':{'KEYBOARD':'N','LIKE':['7'],'ATTACH':[{'ID':1,'BLOCKS':[{'MESSAGE':'x'}]}],"
                          + "'NUMBER':1.5}}")
                        .getParams();

        assertEquals(Map.of("KEYBOARD", "N", "LIKE", List.of("7"), "ATTACH",
                List.of(Map.of("ID", 1L, "BLOCKS", List.of(Map.of("MESSAGE", "x")))), "NUMBER", 1.5), params);
    }

    @Test
    void theLongestTextIsReadWhole() {
        String text = "ж".repeat(20_000);

        assertEquals(text, message("{'text':'" + text + "'}").getText());
    }

    @Test
    void aViewKeepsItsEventsContentHoweverOftenItIsAsked() {
        Bitrix24ImEvent event = Pages.event("ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"x\"}}");

        assertEquals("x", event.getMessage().getText());
        event.getMessage().toMap().clear();
        event.getData().clear();
        assertEquals("x", event.getMessage().getText());
        assertEquals(1, event.getData().size());
    }
}
