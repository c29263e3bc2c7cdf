package io.github.camelbitrix24.im.testkit;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class B21ChatsTest extends BotPortalTest {

    private static final String CHAT = "imbot.v2.Chat.";

    @Test
    void aBotMakesAChatAndIsInIt() throws Exception {
        marco.subscribed();
        JsonNode chat = answer(CHAT + "add", "'fields':{'title':'Room 4','description':'who has it','color':'lime',"
                                             + "'userIds':[12,99],'message':'hello','entityType':'ROOM','entityId':'4'}")
                .get("chat");
        String dialogId = chat.get("dialogId").textValue();
        assertEquals(List.of("Room 4", "who has it", "#58cc47", "ROOM", "4"),
                List.of("name", "description", "color", "entityType", "entityId").stream()
                        .map(name -> chat.get(name).textValue()).toList());
        assertEquals(desk.id(), chat.get("owner").longValue());
        JsonNode users = answer(CHAT + "User.list", "'dialogId':'" + dialogId + "'");
        assertEquals(List.of("12", "" + desk.id()), users.findValuesAsText("id"));
        assertEquals("hello", portal.transcript().of(dialogId).get(1).text());
        assertEquals(List.of("ONIMBOTV2JOINCHAT"), types(desk));
        assertEquals("ONIMV2JOINCHAT", result(marco, GET, "{}").at("/events/0/type").textValue());
    }

    @Test
    void theOwnerMayBeSomebodyElse() throws Exception {
        JsonNode chat = answer(CHAT + "add", "'fields':{'ownerId':12,'users':[7]}").get("chat");
        assertEquals(12, chat.get("owner").longValue());
        String dialogId = "'dialogId':'" + chat.get("dialogId").textValue() + "'";
        assertEquals(2, answer(CHAT + "User.list", dialogId).size());
        done(CHAT + "setOwner", dialogId + ",'userId':7");
        assertEquals(7, answer(CHAT + "get", dialogId).at("/chat/owner").longValue());
    }

    @Test
    void whatItIsCalledChanges() throws Exception {
        done(CHAT + "update", "'dialogId':'chat5','fields':{'title':'Facilities','description':'all','color':'plaid'}");
        JsonNode chat = answer(CHAT + "get", "'dialogId':'chat5'").get("chat");
        assertEquals("Facilities all #ab7761",
                chat.get("name").textValue() + " " + chat.get("description").textValue() + " " + chat.get("color").textValue());
    }

    @Test
    void peopleComeAndGo() throws Exception {
        portal.user(19);
        done(CHAT + "User.add", "'dialogId':'chat5','userIds':[19,19,12]");
        assertEquals(List.of("" + desk.id(), "19", "12", "7"),
                answer(CHAT + "User.list", "'dialogId':'chat5','order':{'id':'desc'}").findValuesAsText("id"));
        assertEquals(1, answer(CHAT + "User.list", "'dialogId':'chat5','limit':0").size());
        done(CHAT + "User.delete", "'dialogId':'chat5','userId':19");
        done(CHAT + "User.delete", "'dialogId':'chat5','userId':19");
        assertEquals(3, answer(CHAT + "User.list", "'dialogId':'chat5'").size());
        done(CHAT + "leave", "'dialogId':'chat5'");
        refused("ACCESS_DENIED", ask(CHAT + "get", "'dialogId':'chat5'"));
    }

    @Test
    void managersMayWriteInAChannel() throws Exception {
        portal.chat("chat8").members(7, 12, desk.id()).channel();
        refused("ACCESS_DENIED", ask(SEND, "'dialogId':'chat8','fields':{'message':'x'}"));
        done(CHAT + "Manager.add", "'dialogId':'chat8','userIds':[" + desk.id() + "]");
        assertEquals(200, ask(SEND, "'dialogId':'chat8','fields':{'message':'x'}").statusCode());
        done(CHAT + "Manager.delete", "'dialogId':'chat8','userIds':[" + desk.id() + "]");
        refused("ACCESS_DENIED", ask(SEND, "'dialogId':'chat8','fields':{'message':'x'}"));
        refused("EMPTY_USER_IDS", ask(CHAT + "Manager.add", "'dialogId':'chat8','userIds':[]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update", "leave", "setOwner", "User.add", "User.delete", "Manager.add", "Manager.delete" })
    void whatIsForGroupsIsRefusedElsewhere(String method) throws Exception {
        String more = ",'fields':{'title':'x'},'userId':7,'userIds':[7]";
        refused("WRONG_MESSAGE_TYPE", ask(CHAT + method, "'dialogId':'12'" + more));
        refused("CHAT_NOT_FOUND", ask(CHAT + method, "'dialogId':'chat99'" + more));
        portal.chat("chat6").members(7, 12);
        refused("ACCESS_DENIED", ask(CHAT + method, "'dialogId':'chat6'" + more));
        assertFalse(portal.chat("chat6").messages().size() > 0);
    }
}
