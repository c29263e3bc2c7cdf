package io.github.camelbitrix24.im.testkit;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B12SendTest extends BotPortalTest {

    private static final String UUID = "3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4";

    @Test
    void aMessageIsTheBots() throws Exception {
        JsonNode result = answer(SEND, "'dialogId':'chat5','fields':{'message':' free '}");
        long id = result.get("id").longValue();
        assertEquals("{\"id\":" + id + ",\"uuidMap\":[]}", result.toString());
        assertEquals(List.of(new SentMessage(id, desk.id(), "chat5", " free ", null)), desk.sent());
        assertEquals("free", portal.message(id).text());
        assertEquals(desk.id(), portal.message(id).authorId());
    }

    @Test
    void usersAreToldOfIt() throws Exception {
        marco.subscribed();
        answer(SEND, "'dialogId':'chat5','fields':{'message':'free'}");
        JsonNode user = result(marco.scopes("im"), GET, "{}").at("/events/0/data/user");
        assertTrue(user.get("bot").booleanValue());
        assertEquals("Desk helper", user.get("name").textValue());
    }

    @Test
    void aTemplateIdIsPostedOnce() throws Exception {
        String fields = "'dialogId':'chat5','fields':{'message':'free','templateId':'" + UUID + "'}";
        assertEquals(answer(SEND, fields), answer(SEND, fields));
        assertEquals(1, desk.sent().size());
        assertEquals(UUID, desk.sent().get(0).templateId());
    }

    @Test
    void whatIsUnderWayIsRefused() throws Exception {
        portal.templateIdUnderWay(UUID);
        assertError(400, "SENDING_FAILED", "Message sending failed",
                ask(SEND, "'dialogId':'chat5','fields':{'message':'free','templateId':'" + UUID + "'}"));
        assertEquals(List.of(), desk.sent());
    }

    @Test
    void aTextThatIsTooLongIsCutWithoutAWord() throws Exception {
        long whole = answer(SEND, "'dialogId':'chat5','fields':{'message':'" + "x".repeat(20_006) + "'}").get("id").longValue();
        assertEquals(20_006, portal.message(whole).text().length());
        long cut = answer(SEND, "'dialogId':'chat5','fields':{'message':'" + "x".repeat(20_007) + "'}").get("id").longValue();
        assertEquals("x".repeat(20_000) + " (...)", portal.message(cut).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'dialogId':'chat5','fields':{'message':' '} | EMPTY_MESSAGE",
            "'dialogId':'chat5','fields':{} | EMPTY_MESSAGE",
            "'dialogId':'chat99','fields':{'message':'x'} | CHAT_NOT_FOUND",
            "'dialogId':'4711','fields':{'message':'x'} | CHAT_NOT_FOUND",
            "'dialogId':'chat6','fields':{'message':'x'} | ACCESS_DENIED",
            "'dialogId':'chat5','fields':{'message':'x','attach':[{'X':1}]} | PARAM_ATTACH_ERROR",
            "'dialogId':'chat5','fields':{'message':'x','keyboard':[{'TEXT':'x'}]} | PARAM_KEYBOARD_ERROR",
            "'dialogId':'chat5','fields':{'message':'x','replyId':1} | REPLY_ERROR",
            "'dialogId':'chat5','fields':{'forwardIds':{'x':1}} | WRONG_UUID" })
    void whatIsNotFitIsRefused(String more, String code) throws Exception {
        portal.chat("chat6").members(7, 12);
        refused(code, ask(SEND, more));
        assertEquals(List.of(), desk.sent());
    }

    @Test
    void theBotMayWriteFirstAndHearsOfItsDialog() throws Exception {
        long id = answer(SEND, "'dialogId':'12','fields':{'message':'hello'}").get("id").longValue();
        assertEquals("12:" + desk.id(), portal.message(id).dialogId());
        assertEquals(List.of("ONIMBOTV2JOINCHAT"), types(desk));
        assertEquals("12", last(desk).at("/data/dialogId").textValue());
        assertEquals(12, last(desk).at("/data/user/id").longValue());
        answer(SEND, "'dialogId':'12','fields':{'message':'hello'}");
        assertEquals(1, events(desk).size());
    }

    @Test
    void aSystemMessageHasNoAuthorAndCannotBeEdited() throws Exception {
        long id = answer(SEND, "'dialogId':'chat5','fields':{'message':'x','system':'Y','templateId':'" + UUID + "'}").get("id")
                .longValue();
        assertEquals(0, portal.message(id).authorId());
        refused("MESSAGE_ACCESS_DENIED",
                ask("imbot.v2.Chat.Message.update", "'messageId':" + id + ",'fields':{'message':'y'}"));
    }

    @Test
    void aForwardMayStandAlone() throws Exception {
        long original = marco.says("chat5", "the minutes");
        JsonNode result = answer(SEND, "'dialogId':'12','fields':{'forwardIds':{'" + UUID + "':" + original + "}}");
        assertTrue(result.get("id").isNull());
        assertEquals("the minutes", portal.message(result.at("/uuidMap/" + UUID).longValue()).text());
    }

    @Test
    void aMenuIsIgnored() throws Exception {
        answer(SEND, "'dialogId':'chat5','fields':{'message':'x','menu':'nonsense'}");
        assertFalse(portal.sent().isEmpty());
    }
}
