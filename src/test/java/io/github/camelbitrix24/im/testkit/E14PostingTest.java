package io.github.camelbitrix24.im.testkit;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E14PostingTest extends PortalTest {

    private static final String ADD = "im.message.add";
    private static final String UUID = "3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4";

    @BeforeEach
    void open() {
        ilse.subscribed();
        portal.chat("chat5").members(7, 12);
    }

    private long posted(String fields) throws Exception {
        return result(ilse, ADD, "{\"DIALOG_ID\":\"chat5\"," + fields + "}").longValue();
    }

    private HttpResponse<String> refused(String fields) throws Exception {
        return call(ilse, ADD, "{\"DIALOG_ID\":\"chat5\"," + fields + "}");
    }

    @Test
    void postsAndComesBackAsAnEvent() throws Exception {
        long id = result(ilse, ADD, "{\"DIALOG_ID\":\"chat5\",\"message\":\"pong\",\"TEMPLATE_ID\":\"" + UUID + "\"}")
                .longValue();
        assertEquals(new SentMessage(id, 7, "chat5", "pong", UUID), portal.sent().get(0));
        assertEquals(UUID, data(0).at("/message/uuid").textValue());
        assertEquals(7, data(0).at("/message/authorId").intValue());
    }

    @Test
    void aTemplateIdIsPostedOnceInAMonth() throws Exception {
        portal.clock().freeze();
        String fields = "\"MESSAGE\":\"pong\",\"TEMPLATE_ID\":\"" + UUID + "\"";
        long first = posted(fields);
        portal.clock().advance(Duration.ofDays(30));
        assertEquals(first, posted(fields));
        assertEquals(1, portal.sent().size());
        portal.clock().advance(Duration.ofDays(2));
        assertNotEquals(first, posted(fields));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "u-1", "0", "3F0C7A52-7C1D-4A55-9F0E-51B2D8A0C9E4", "3f0c7a52-7c1d-1a55-9f0e-51b2d8a0c9e4",
            "3f0c7a52-7c1d-4a55-7f0e-51b2d8a0c9e4", "3f0c7a527c1d4a559f0e51b2d8a0c9e4",
            " 3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4" })
    void whatIsNoLowerCaseUuidOfVersion4DoesNotDeduplicate(String templateId) throws Exception {
        String templated = "\"TEMPLATE_ID\":\"" + templateId + "\"";
        assertNotEquals(posted("\"MESSAGE\":\"one\"," + templated), posted("\"MESSAGE\":\"two\"," + templated));
        assertEquals(List.of("one", "two"), portal.sent().stream().map(SentMessage::text).toList());
        assertTrue(data(1).at("/message/uuid").isNull());
    }

    @Test
    void aSystemMessageIsNotDeduplicated() throws Exception {
        String fields = "\"MESSAGE\":\"renamed\",\"SYSTEM\":\"Y\",\"TEMPLATE_ID\":\"" + UUID + "\"";
        assertNotEquals(posted(fields), posted(fields));
        assertEquals(0, data(0).at("/message/authorId").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\"MESSAGE\":\"\"", "\"MESSAGE\":\" \\t\\r\\n\"", "\"MESSAGE\":null", "\"X\":1", "\"MESSAGE\":\" \",\"ATTACH\":[]",
            "\"MESSAGE\":\"\",\"ATTACH\":\"\"" })
    void aBlankTextIsRefused(String fields) throws Exception {
        assertError(400, "MESSAGE_EMPTY", "Message can't be empty", refused(fields));
        assertEquals(List.of(), portal.sent());
    }

    @ParameterizedTest
    @ValueSource(strings = { "5", "0", "1.5", "true", "[]", "{\"a\":1}", "[\"a\"]" })
    void whatIsNoTextIsRefused(String message) throws Exception {
        HttpResponse<String> response = refused("\"MESSAGE\":" + message);
        assertError(400, "MESSAGE_EMPTY", "Wrong message type", response);
    }

    @Test
    void aFormsNumberIsAText() throws Exception {
        post(ilse.webhook() + ADD, "application/x-www-form-urlencoded", "DIALOG_ID=chat5&MESSAGE=+5+");
        assertEquals("5", data(0).at("/message/text").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"\"", "null", "[]", "{}", "0", "false", "\"0\"" })
    void emptyPartsAreIgnored(String empty) throws Exception {
        posted("\"MESSAGE\":\"x\",\"ATTACH\":" + empty + ",\"KEYBOARD\":" + empty + ",\"MENU\":" + empty + ",\"REPLY_ID\":"
               + empty);
        assertEquals("[]", data(0).at("/message/params").toString());
    }

    @Test
    void aReplyIsToAMessageOfTheSameChat() throws Exception {
        long question = marco.says("chat5", "who?");
        long elsewhere = marco.says("7", "psst");
        portal.chat("chat6").members(12);
        long unseen = marco.says("chat6", "secret");
        posted("\"MESSAGE\":\"me\",\"REPLY_ID\":\"" + question + "\"");
        assertEquals("" + question, data(2).at("/message/params/REPLY_ID").textValue());
        assertError(403, "REPLY_FROM_OTHER_CHAT_ERROR", "You can only reply to a message within the same chat",
                refused("\"MESSAGE\":\"me\",\"REPLY_ID\":" + elsewhere));
        for (long id : new long[] { 1, unseen }) {
            assertError(403, "REPLY_ACCESS_ERROR", "Action unavailable", refused("\"MESSAGE\":\"me\",\"REPLY_ID\":" + id));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"DIALOG_ID\":\"chat5\" | chat5", "\"DIALOG_ID\":\"12\" | 12", "\"DIALOG_ID\":12 | 12", "\"USER_ID\":12 | 12",
            "\"user_id\":\"12\" | 12", "\"CHAT_ID\":5 | chat5", "\"CHAT_ID\":\"5\" | chat5", "\"DIALOG_ID\":\"sg12\" | sg12",
            "\"DIALOG_ID\":\"chat5\",\"CHAT_ID\":9 | chat5" })
    void aDialogHasManyNames(String fields, String dialogId) throws Exception {
        portal.chat("sg12").members(7, 12);
        result(ilse, ADD, "{\"MESSAGE\":\"x\"," + fields + "}");
        assertEquals(dialogId, portal.sent().get(0).dialogId());
        assertEquals(1, page("{}").get("events").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"X\":1 | PARAMS_ERROR | Incorrect params", "\"DIALOG_ID\":null | PARAMS_ERROR | Incorrect params",
            "\"DIALOG_ID\":\"\" | USER_ID_EMPTY | User ID can't be empty",
            "\"DIALOG_ID\":\"somebody\" | USER_ID_EMPTY | User ID can't be empty",
            "\"DIALOG_ID\":\"chatroom\" | USER_ID_EMPTY | User ID can't be empty",
            "\"USER_ID\":0 | USER_ID_EMPTY | User ID can't be empty", "\"CHAT_ID\":-5 | CHAT_ID_EMPTY | Chat ID can't be empty",
            "\"DIALOG_ID\":\"chat0\" | CHAT_ID_EMPTY | Chat ID can't be empty",
            "\"DIALOG_ID\":\"4711\" | USER_NOT_FOUND | User not found" })
    void aDialogThatIsNoneIsRefused(String fields, String code, String description) throws Exception {
        assertError(400, code, description, call(ilse, ADD, "{\"MESSAGE\":\"x\"," + fields + "}"));
    }

    private String codeFor(EmulatedUser user, String dialogId) throws Exception {
        HttpResponse<String> response = call(user, ADD, "{\"MESSAGE\":\"x\",\"DIALOG_ID\":\"" + dialogId + "\"}");
        assertTrue(List.of(200, 400).contains(response.statusCode()), response.body());
        return json(response.body()).path("error").asText("");
    }

    @Test
    void aReplyMayBeIgnored() throws Exception {
        portal.behave(Behaviour.Replies.IGNORED);
        long question = marco.says("chat5", "who?");
        posted("\"MESSAGE\":\"me\",\"REPLY_ID\":" + question);
        posted("\"MESSAGE\":\"me\",\"REPLY_ID\":1");
        assertEquals("[]", data(1).at("/message/params").toString());
    }

    @Test
    void blanksAroundATextAreCutOff() throws Exception {
        posted("\"MESSAGE\":\" \\n a b \\u00a0\\t\"");
        assertEquals("a b \u00a0", data(0).at("/message/text").textValue());
        assertEquals(" \n a b \u00a0\t", portal.sent().get(0).text());
    }

    @Test
    void aChatThatIsNotThereIsRefused() throws Exception {
        assertEquals("CHAT_ID", codeFor(ilse, "chat1111"));
        assertEquals("CHAT_ID", codeFor(ilse, "sg1111"));
        assertEquals(List.of(), portal.sent());
        portal.behave(Behaviour.Dialogs.SPRING_UP);
        assertEquals("", codeFor(ilse, "chat1111"));
        assertEquals("", codeFor(ilse, "sg1111"));
    }

    @Test
    void whoIsNotInAChatMayNotWriteThere() throws Exception {
        portal.chat("chat6").members(12);
        portal.chat("chat8").members(12).kind("open", "O");
        EmulatedUser guest = portal.user(20).guest();
        assertEquals("CANCELED", codeFor(ilse, "chat6"));
        portal.behave(Behaviour.Dialogs.SPRING_UP);
        assertEquals("CANCELED", codeFor(ilse, "chat6"));
        assertEquals("", codeFor(ilse, "chat8"));
        assertEquals("CANCELED", codeFor(guest, "chat8"));
    }

    @Test
    void inAChannelManagersWriteAndMembersComment() throws Exception {
        EmulatedChat channel = portal.chat("chat400").members(12, 7).channel();
        assertEquals("", codeFor(marco, "chat400"));
        assertEquals("CANCELED", codeFor(ilse, "chat400"));
        channel.managers(7);
        assertEquals("", codeFor(ilse, "chat400"));
        long post = marco.says("chat400", "4.2 is out");
        marco.comments(post, "ask here");
        channel.managers();
        ilse.follows(post);
        marco.comments(post, "please");
        String thread = data(page("{}").get("events").size() - 1).at("/chat/dialogId").textValue();
        assertEquals("", codeFor(ilse, thread));
        assertEquals("CANCELED", codeFor(portal.user(19), thread));
    }

    @Test
    void aPrivateDialogNeedsAccess() throws Exception {
        ilse.withoutAccessTo(12);
        assertEquals("ERROR_NO_ACCESS", codeFor(ilse, "12"));
        EmulatedUser outsider = portal.user(19).extranet();
        assertEquals("ERROR_NO_ACCESS", codeFor(outsider, "12"));
        portal.chat("chat8").members(12, 19);
        assertEquals("", codeFor(outsider, "12"));
        assertEquals("", codeFor(outsider, "19"));
        assertEquals("ERROR_NO_ACCESS", codeFor(outsider, "7"));
    }

    @Test
    void whatIsWrongWithTheMessageComesFirst() throws Exception {
        assertError(400, "KEYBOARD_ERROR", "Incorrect keyboard params",
                call(ilse, ADD, "{\"DIALOG_ID\":\"chat1111\",\"MESSAGE\":\"x\",\"KEYBOARD\":\"{\"}"));
        assertError(400, "MESSAGE_EMPTY", "Message can't be empty", call(ilse, ADD, "{\"DIALOG_ID\":\"\"}"));
    }

    @Test
    void noMessageHasTheIdZero() throws Exception {
        for (String method : List.of("im.message.update", "im.message.delete", "im.message.like")) {
            for (String id : List.of("\"ID\":0", "\"MESSAGE_ID\":\"0\"", "\"MESSAGE_ID\":-1", "\"ID\":\"x\"", "\"Y\":1")) {
                assertError(400, "MESSAGE_ID_ERROR", "Message ID can't be empty",
                        call(ilse, method, "{\"MESSAGE\":\"x\"," + id + "}"));
            }
        }
        for (String method : List.of("im.message.update", "im.message.delete")) {
            assertError(403, "CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access",
                    call(ilse, method, "{\"ID\":1,\"MESSAGE\":\"x\"}"));
        }
        assertError(400, "WITHOUT_CHANGES", "Action completed without changes", call(ilse, "im.message.like", "{\"ID\":1}"));
    }

    @Test
    void whatIsTooOldIsNotChanged() throws Exception {
        portal.clock().freeze();
        portal.limitEditing(Duration.ofDays(1));
        long id = posted("\"MESSAGE\":\"x\"");
        portal.clock().advance(Duration.ofHours(23));
        result(ilse, "im.message.update", "{\"MESSAGE_ID\":" + id + ",\"MESSAGE\":\"y\"}");
        portal.clock().advance(Duration.ofHours(2));
        for (String method : List.of("im.message.update", "im.message.delete")) {
            assertError(403, "CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access",
                    call(ilse, method, "{\"MESSAGE_ID\":" + id + ",\"MESSAGE\":\"z\"}"));
        }
        assertEquals(List.of("x", "y"), portal.message(id).texts());
    }

    @Test
    void historyIsForMembers() throws Exception {
        portal.chat("chat6").members(12);
        for (String dialogId : List.of("chat6", "chat1111", "4711")) {
            assertError(403, "ACCESS_ERROR", "You do not have access to the specified dialog",
                    call(ilse, "im.dialog.messages.get", "{\"DIALOG_ID\":\"" + dialogId + "\"}"));
        }
        Stream.of("chat5", "12").forEach(dialogId -> marco.says(dialogId, "hello"));
        assertEquals(1, result(ilse, "im.dialog.messages.get", "{\"DIALOG_ID\":\"chat5\"}").get("messages").size());
    }
}
