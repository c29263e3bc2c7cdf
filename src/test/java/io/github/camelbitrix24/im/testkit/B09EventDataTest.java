package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B09EventDataTest extends BotPortalTest {

    private JsonNode data(String type) throws Exception {
        JsonNode found = null;
        for (JsonNode event : events(desk)) {
            found = event.get("type").textValue().equals(type) ? event.get("data") : found;
        }
        return found;
    }

    @Test
    void theKeysComeInThePortalsOrder() throws Exception {
        desk.command("room", "Books a room");
        long id = marco.says("" + desk.id(), "hello");
        marco.edits(id, "hello!");
        marco.deletes(id);
        marco.says("" + desk.id(), "/room 4");
        marco.opens("" + desk.id(), Map.of("ticket", "T-9"));
        long own = answer(SEND, "'dialogId':'12','fields':{'message':'free'}").get("id").longValue();
        marco.reacts(own, "redHeart");
        List<String> message = List.of("message", "chat", "user", "language", "additionalMessages", "bot");
        assertEquals(message, keys(data("ONIMBOTV2MESSAGEADD")));
        assertEquals(message, keys(data("ONIMBOTV2MESSAGEUPDATE")));
        assertEquals(List.of("messageId", "chat", "user", "language", "bot"), keys(data("ONIMBOTV2MESSAGEDELETE")));
        assertEquals(List.of("dialogId", "chat", "user", "language", "bot"), keys(data("ONIMBOTV2JOINCHAT")));
        assertEquals(List.of("dialogId", "context", "chat", "user", "language", "bot"), keys(data("ONIMBOTV2CONTEXTGET")));
        assertEquals(List.of("command", "message", "chat", "user", "language", "additionalMessages", "bot"),
                keys(data("ONIMBOTV2COMMANDADD")));
        assertEquals(List.of("reaction", "action", "message", "chat", "user", "language", "additionalMessages", "bot"),
                keys(data("ONIMBOTV2REACTIONCHANGE")));
    }

    @Test
    void inRevision33NoMessagesComeAlong() throws Exception {
        portal.behave(Behaviour.Revision.R33);
        marco.says("" + desk.id(), "hello");
        assertEquals(List.of("message", "chat", "user", "language", "bot"), keys(data("ONIMBOTV2MESSAGEADD")));
    }

    @Test
    void theMessageThatIsAnsweredComesAlong() throws Exception {
        long own = answer(SEND, "'dialogId':'chat5','fields':{'message':'free'}").get("id").longValue();
        marco.replies(own, "thanks");
        assertEquals(own, data("ONIMBOTV2MESSAGEADD").at("/additionalMessages/0/id").longValue());
    }

    @Test
    void theBotIsWrittenAsItsOwnerSeesIt() throws Exception {
        desk.command("room", "Books a room");
        answer(SEND, "'dialogId':'12','fields':{'message':'hello'}");
        marco.says("" + desk.id(), "hello");
        JsonNode bot = data("ONIMBOTV2MESSAGEADD").get("bot");
        assertEquals(List.of("id", "code", "type", "isHidden", "isSupportOpenline", "isReactionsEnabled", "backgroundId",
                "language", "moduleId", "eventMode", "countMessage", "countCommand", "countChat", "countUser"), keys(bot));
        assertEquals(List.of(1, 1, 1, 1), List.of("countMessage", "countCommand", "countChat", "countUser").stream()
                .map(name -> bot.get(name).intValue()).toList());
    }

    @Test
    void reactionsToItsOwnMessagesHaveAnAction() throws Exception {
        long own = answer(SEND, "'dialogId':'chat5','fields':{'message':'free'}").get("id").longValue();
        long foreign = marco.says("chat5", "x");
        marco.reacts(own, "redHeart").withdraws(own);
        marco.reacts(foreign, "redHeart");
        answer("imbot.v2.Chat.Message.Reaction.add", "'messageId':" + own + ",'reaction':'like'");
        assertEquals(List.of("add", "delete", "add"), events(desk).findValuesAsText("action"));
        assertEquals(desk.id(), last(desk).at("/data/user/id").longValue());
        desk.withoutReactions();
        marco.reacts(own, "fire");
        assertEquals(3, events(desk).size());
    }

    @Test
    void inAGroupABotIsToldWhoBroughtIt() throws Exception {
        portal.chat("chat6").members(7, 12);
        marco.invites("chat6", desk.id());
        JsonNode data = data("ONIMBOTV2JOINCHAT");
        assertEquals("chat6", data.get("dialogId").textValue());
        assertEquals(12, data.at("/user/id").longValue());
        assertEquals(1, events(desk).size());
    }

    @Test
    void whatNoLongerLoadsIsAStub() throws Exception {
        portal.behave(Behaviour.EventParts.ALL_STUBS);
        marco.says("" + desk.id(), "hello");
        JsonNode data = data("ONIMBOTV2MESSAGEADD");
        assertEquals("{\"id\":12}", data.get("user").toString());
        assertEquals(1, data.get("chat").size());
        assertTrue(data.get("bot").has("code"));
    }
}
