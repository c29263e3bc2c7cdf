package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E08EventContentTest extends PortalTest {

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
        portal.chat("chat345").named("Legal desk").members(7, 12);
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private JsonNode event(int index) throws Exception {
        return page("{}").at("/events/" + index);
    }

    @Test
    void anAddedMessageIsComplete() throws Exception {
        long first = marco.says("chat345", "first");
        marco.says("chat345", Draft.text("second").files(4411).replyTo(first));
        JsonNode event = event(1);
        assertEquals("ONIMV2MESSAGEADD", event.get("type").textValue());
        assertEquals(List.of("eventId", "type", "date", "data"), keys(event));
        assertEquals(List.of("message", "chat", "user", "language", "additionalMessages"), keys(event.get("data")));
        assertEquals(List.of("id", "chatId", "chat_id", "authorId", "author_id", "date", "text", "isSystem", "uuid", "forward",
                "params", "viewedByOthers", "block"), keys(event.at("/data/message")));
        assertEquals("{\"FILE_ID\":[\"4411\"],\"REPLY_ID\":\"" + first + "\"}", event.at("/data/message/params").toString());
        assertEquals(List.of("avatar", "color", "description", "dialogId", "diskFolderId", "entityData1", "entityData2",
                "entityData3", "entityId", "entityType", "extranet", "containsCollaber", "id", "parentChatId",
                "parentMessageId",
                "name", "owner", "messageType", "type", "entityLink", "permissions", "isNew", "textFieldEnabled",
                "backgroundId"),
                keys(event.at("/data/chat")));
        assertEquals(List.of("id", "active", "name", "firstName", "lastName", "workPosition", "color", "avatar", "gender",
                "birthday", "extranet", "bot", "connector", "externalAuthId", "status", "idle", "lastActivityDate",
                "mobileLastDate", "desktopLastDate", "absent", "departments", "phones", "type", "website", "email"),
                keys(event.at("/data/user")));
        assertTrue(event.get("date").textValue().endsWith("+03:00"));
    }

    @Test
    void anUpdateHasTheNewText() throws Exception {
        long id = marco.says("chat345", "frist");
        marco.edits(id, "first");
        JsonNode event = event(1);
        assertEquals("ONIMV2MESSAGEUPDATE", event.get("type").textValue());
        assertEquals("first", event.at("/data/message/text").textValue());
        assertEquals("Y", event.at("/data/message/params/IS_EDITED").textValue());
        assertEquals("frist", event(0).at("/data/message/text").textValue());
    }

    @Test
    void aDeletionNamesTheAuthorAndHasNoMessage() throws Exception {
        long id = marco.says("chat345", "oops");
        ilse.deletes(id);
        JsonNode event = event(1);
        assertEquals("ONIMV2MESSAGEDELETE", event.get("type").textValue());
        assertEquals(List.of("messageId", "chat", "user", "language"), keys(event.get("data")));
        assertEquals(id, event.at("/data/messageId").longValue());
        assertEquals(12, event.at("/data/user/id").intValue());
    }

    @Test
    void anEditToNothingIsADeletion() throws Exception {
        marco.edits(marco.says("chat345", "oops"), "");
        assertEquals("ONIMV2MESSAGEDELETE", event(1).get("type").textValue());
    }

    @Test
    void aReactionNamesWhoReacted() throws Exception {
        long id = marco.says("chat345", "signed");
        ilse.reacts(id, "like").withdraws(id);
        JsonNode data = data(1);
        assertEquals(List.of("reaction", "action", "message", "chat", "user", "language", "additionalMessages"),
                keys(data));
        assertEquals("like", data.get("reaction").textValue());
        assertEquals("", data.get("action").textValue());
        assertEquals(7, data.at("/user/id").intValue());
        assertEquals("[\"7\"]", data.at("/message/params/LIKE").toString());
        assertEquals("[]", data(2).at("/message/params").toString());
    }

    @Test
    void aReactionsActionIsASwitch() throws Exception {
        portal.behave(Behaviour.ReactionAction.ADD_DELETE);
        long id = marco.says("chat345", "signed");
        ilse.reacts(id, "like").withdraws(id);
        assertEquals("add", data(1).get("action").textValue());
        assertEquals("delete", data(2).get("action").textValue());
    }

    @Test
    void joiningIsSeenByEveryMemberAndTheNewOne() throws Exception {
        EmulatedUser noa = portal.user(19).named("Noa Levi").subscribed();
        noa.joins("chat345");
        assertEquals(List.of("dialogId", "chat", "user", "language"), keys(data(0)));
        assertEquals("chat345", data(0).get("dialogId").textValue());
        assertEquals("Noa Levi", data(0).at("/user/name").textValue());
        assertEquals(1, portal.recorded(19).size());
    }

    @Test
    void anInvitationIsAnEventForEachAndASystemMessage() throws Exception {
        portal.user(19).named("Noa Levi");
        ilse.invites("chat345", 19, 20);
        assertEquals(List.of(19, 20), List.of(data(0).at("/user/id").intValue(), data(1).at("/user/id").intValue()));
        JsonNode message = data(2).get("message");
        assertTrue(message.get("text").textValue()
                .startsWith("[USER=7 REPLACE]Ilse Brandt[/USER] added [USER=19 REPLACE]Noa Levi"));
        assertEquals(0, message.get("authorId").intValue());
        assertEquals(false, message.get("isSystem").booleanValue());
        assertEquals("[]", data(2).get("user").toString());
    }

    @Test
    void aPrivateSystemMessageHasAUserButNoAuthor() throws Exception {
        marco.says("7", Draft.text("Marco called you").asSystem());
        assertEquals(0, data(0).at("/message/authorId").intValue());
        assertEquals(true, data(0).at("/message/isSystem").booleanValue());
        assertEquals(12, data(0).at("/user/id").intValue());
    }

    @Test
    void aDeletedSystemMessageHasNoUser() throws Exception {
        long id = marco.says("7", Draft.text("Marco called you").asSystem());
        marco.deletes(id);
        assertEquals("ONIMV2MESSAGEDELETE", event(1).get("type").textValue());
        assertEquals("[]", data(1).get("user").toString());
    }

    @Test
    void aForwardNamesItsOrigin() throws Exception {
        long origin = ilse.says("chat345", "original");
        long secret = marco.says("7", "between us");
        marco.says("chat345", Draft.forwardOf(origin));
        marco.says("chat345", Draft.forwardOf(secret));
        assertEquals("original", data(2).at("/message/text").textValue());
        assertEquals("{\"id\":\"chat345/" + origin + "\",\"userId\":7,\"chatTitle\":\"Legal desk\",\"chatType\":\"chat\"}",
                data(2).at("/message/forward").toString());
        assertEquals("7:12/" + secret, data(3).at("/message/forward/id").textValue());
        assertTrue(data(3).at("/message/forward/chatTitle").isNull());
    }

    @Test
    void aBotIsMarkedAsOne() throws Exception {
        EmulatedUser bot = portal.user(51).named("Order bot").bot();
        bot.says("7", Draft.text("Approve?").keyboard(List.of(Map.of("BOT_ID", 51, "TYPE", "BUTTON", "TEXT", "Yes"))));
        assertEquals("{\"bot\":true,\"type\":\"bot\",\"dialogId\":\"51\",\"phones\":false}",
                "{\"bot\":" + data(0).at("/user/bot") + ",\"type\":" + data(0).at("/user/type") + ",\"dialogId\":"
                                                                                             + data(0).at("/chat/dialogId")
                                                                                             + ",\"phones\":"
                                                                                             + data(0).at("/user/phones")
                                                                                             + "}");
        assertEquals("Yes", data(0).at("/message/params/KEYBOARD/0/TEXT").textValue());
    }

    @Test
    void aThreadHangsUnderItsPost() throws Exception {
        portal.chat("chat400").named("Release notes").members(7, 12).channel();
        long post = ilse.says("chat400", "4.2 is out");
        ilse.comments(post, "ask here");
        marco.comments(post, "when?");
        JsonNode chat = data(2).get("chat");
        assertEquals("channel", data(0).at("/chat/type").textValue());
        assertEquals(List.of("comment", "T"), List.of(chat.get("type").textValue(), chat.get("messageType").textValue()));
        assertEquals(400, chat.get("parentChatId").intValue());
        assertEquals(post, chat.get("parentMessageId").longValue());
        assertEquals("chat" + chat.get("id"), chat.get("dialogId").textValue());
    }

    @Test
    void aCustomerOfAnOpenLineIsAConnectorUser() throws Exception {
        portal.chat("chat510").members(7).openLine("telegrambot", 233);
        portal.user(233).named("Ana").says("chat510", "Where is my parcel?");
        assertEquals("LINES", data(0).at("/chat/entityType").textValue());
        assertEquals("telegrambot|3|7788233|233", data(0).at("/chat/entityId").textValue());
        assertEquals("imconnector", data(0).at("/user/externalAuthId").textValue());
        assertEquals(true, data(0).at("/user/connector").booleanValue());
    }
}
