package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Messages that reply to others, in events and in a dialog's history. */
class ReplyToTest {

    private static final String REPLY = "{'message':{'id':8,'text':'yes','params':{'REPLY_ID':'5'}}";

    private static Bitrix24ImEvent event(String data) {
        return Pages.event("ONIMV2MESSAGEADD", data.replace('\'', '"'));
    }

    private static JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[{'id':5,'authorId':12,'text':'really?'}]", "[{'id':4,'text':'x'},{'id':'5','authorId':12,'text':'really?'}]",
            "{'1':{'id':5,'author_id':12,'text':'really?'}}", "[null,[],7,{'id':5,'authorId':12,'text':'really?'}]" })
    void theRepliedToMessageIsTheOneThatCameAlong(String additional) {
        Bitrix24ImEvent event = event(REPLY + ",'additionalMessages':" + additional + "}");

        assertEquals(5L, event.getReplyTo().getId());
        assertEquals("really?", event.getReplyTo().getText());
        assertEquals(12L, event.getMessage().getReplyTo().getAuthorId());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", ",'additionalMessages':[]", ",'additionalMessages':null", ",'additionalMessages':[{'id':6}]",
            ",'additionalMessages':'5'" })
    void ofOneThatDidNotComeAlongOnlyTheIdIsKnown(String additional) {
        ImMessage replied = event(REPLY + additional + "}").getReplyTo();

        assertTrue(replied.isPresent());
        assertEquals(5L, replied.getId());
        assertNull(replied.getText());
        assertNull(replied.getAuthorId());
        assertFalse(replied.isSystem());
        assertEquals(Map.of("id", 5L), replied.toMap());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'message':{'id':8,'params':[]},'additionalMessages':[]}", "{'message':{'id':8}}", "{'message':[]}", "[]",
            "{'message':{'id':8,'params':{'REPLY_ID':''}}}", "{'messageId':8,'additionalMessages':[{'id':5}]}" })
    void whatIsNoReplyRepliesToNothing(String data) {
        ImMessage replied = event(data).getReplyTo();

        assertFalse(replied.isPresent());
        assertNull(replied.getId());
        assertFalse(replied.getReplyTo().isPresent());
    }

    @Test
    void aHistoryIsAListOfMessagesLikeThoseOfEvents() {
        List<ImMessage> history = ImMessage.listOf(json("""
                {'chat_id':5,'messages':[
                  {'id':9,'chat_id':5,'author_id':12,'date':'2026-08-21T14:05:03+03:00','text':'b','unread':false,'uuid':null,
                   'params':{'REPLY_ID':'8','FILE_ID':[4411]}},
                  {'id':8,'chat_id':5,'author_id':0,'date':'2026-08-21T14:05:02+03:00','text':'a','params':[]}],
                 'users':[{'id':12}],'files':[]}"""));

        assertEquals(List.of(9L, 8L), history.stream().map(ImMessage::getId).toList());
        assertEquals(5L, history.get(0).getChatId());
        assertEquals(12L, history.get(0).getAuthorId());
        assertEquals("2026-08-21T14:05:03+03:00", history.get(0).getDate().toString());
        assertEquals(List.of(4411L), history.get(0).getFileIds());
        assertEquals("a", history.get(0).getReplyTo().getText());
        assertTrue(history.get(1).isSystem());
        assertEquals(Map.of(), history.get(1).getParams());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'messages':[{'id':9},[],null,5,{},{'id':8}]}", "{'messages':{'3':{'id':9},'7':{'id':8}}}",
            "[{'id':9},{'id':8}]" })
    void listsComeInSeveralShapes(String result) {
        assertEquals(List.of(9L, 8L), ImMessage.listOf(json(result)).stream().map(ImMessage::getId).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'messages':[]}", "{'messages':{}}", "[]" })
    void anEmptyHistoryHasNoMessages(String result) {
        assertEquals(List.of(), ImMessage.listOf(json(result)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "true", "{}", "{'messages':null}", "{'messages':'x'}", "'x'" })
    void whatHasNoMessagesIsRefused(String result) {
        IllegalArgumentException why
                = assertThrows(IllegalArgumentException.class, () -> ImMessage.listOf(json(result)));
        assertTrue(why.getMessage().contains("field messages"), why::getMessage);
        assertThrows(IllegalArgumentException.class, () -> ImMessage.listOf(null));
    }
}
