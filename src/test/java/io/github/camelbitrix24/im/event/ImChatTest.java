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

class ImChatTest {

    private static ImChat chat(String json) {
        return Pages.event("ONIMV2MESSAGEADD", "{\"chat\":" + json.replace('\'', '"') + "}").getChat();
    }

    @Test
    void aFullChatIsReadFieldByField() {
        ImChat chat
                = chat("""
                        {'avatar':'\\/upload\\/1.png','color':'#ab7761','description':'Contract 2026-17','dialogId':'chat345',
                         'diskFolderId':902,'entityData1':'Y|DEAL|1204','entityData2':'LEAD|0','entityData3':'','entityId':'telegrambot|3',
                         'entityType':'LINES','extranet':false,'containsCollaber':true,'id':345,'parentChatId':400,'parentMessageId':76980,
                         'name':'Legal desk','owner':7,'messageType':'L','type':'lines','permissions':{'canPost':'member'},
                         'textFieldEnabled':true}""");

        assertTrue(chat.isPresent());
        assertEquals("/upload/1.png", chat.getAvatar());
        assertEquals("#ab7761", chat.getColor());
        assertEquals("Contract 2026-17", chat.getDescription());
        assertEquals("chat345", chat.getDialogId());
        assertEquals(902L, chat.getDiskFolderId());
        assertEquals("Y|DEAL|1204", chat.getEntityData1());
        assertEquals("LEAD|0", chat.getEntityData2());
        assertEquals("", chat.getEntityData3());
        assertEquals("telegrambot|3", chat.getEntityId());
        assertEquals("LINES", chat.getEntityType());
        assertFalse(chat.isExtranet());
        assertTrue(chat.isContainsCollaber());
        assertEquals(345L, chat.getId());
        assertEquals(400L, chat.getParentChatId());
        assertEquals(76980L, chat.getParentMessageId());
        assertEquals("Legal desk", chat.getName());
        assertEquals(7L, chat.getOwner());
        assertEquals("L", chat.getMessageType());
        assertEquals("lines", chat.getType());
        assertEquals(Map.of("canPost", "member"), chat.getPermissions());
        assertTrue(chat.isTextFieldEnabled());
        assertFalse(chat.isPrivate());
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "null", "false", "{}", "'x'" })
    void whatIsNoChatHasNothingToSay(String json) {
        ImChat chat = chat(json);

        assertFalse(chat.isPresent());
        assertNull(chat.getId());
        assertNull(chat.getDialogId());
        assertNull(chat.getName());
        assertNull(chat.getOwner());
        assertNull(chat.getParentChatId());
        assertEquals(Map.of(), chat.getPermissions());
        assertFalse(chat.isPrivate());
        assertFalse(chat.isTextFieldEnabled());
    }

    @Test
    void ofAChatThatNoLongerLoadsTheIdIsLeft() {
        ImChat chat = chat("{'id':345}");

        assertTrue(chat.isPresent());
        assertEquals(345L, chat.getId());
        assertNull(chat.getName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'type':'private','messageType':'P'} | true", "{'type':'private'}              | true",
            "{'messageType':'P'}                  | true", "{'type':'chat','messageType':'C'} | false",
            "{'type':'Private'}                   | false", "{'type':null,'messageType':null} | false" })
    void aPrivateChatIsKnownByItsTypeOrItsLetter(String json, boolean isPrivate) {
        assertEquals(isPrivate, chat(json).isPrivate());
    }

    @ParameterizedTest
    @CsvSource({ "true, true", "'Y', true", "'y', true", "false, false", "'N', false", "null, false", "1, false", "'', false" })
    void theTextFieldsFlagIsWrittenInTwoWays(String flag, boolean enabled) {
        String json = flag.matches("[YyN]?") ? "'" + flag + "'" : flag;

        assertEquals(enabled, chat("{'textFieldEnabled':" + json + "}").isTextFieldEnabled());
    }

    @Test
    void zeroMeansNobodyAndNothing() {
        ImChat chat = chat("{'owner':0,'parentChatId':'0','parentMessageId':0,'diskFolderId':null,'permissions':[]}");

        assertNull(chat.getOwner());
        assertNull(chat.getParentChatId());
        assertNull(chat.getParentMessageId());
        assertNull(chat.getDiskFolderId());
        assertEquals(Map.of(), chat.getPermissions());
    }

    @Test
    void aPrivateChatHasNoNameAndItsDialogIsTheOtherPerson() {
        ImChat chat = chat("{'name':null,'dialogId':'51','type':'private'}");

        assertNull(chat.getName());
        assertEquals("51", chat.getDialogId());
        assertEquals("51", chat("{'dialogId':51}").getDialogId());
    }
}
