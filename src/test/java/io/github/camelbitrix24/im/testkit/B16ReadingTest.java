package io.github.camelbitrix24.im.testkit;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B16ReadingTest extends BotPortalTest {

    private static final String REACTION = "imbot.v2.Chat.Message.Reaction.";

    @Test
    void readingIsAnsweredWithWhatWasUnread() throws Exception {
        long first = marco.says("chat5", "one");
        long second = marco.says("chat5", "two");
        assertEquals("{\"chatId\":5,\"lastId\":" + first + ",\"counter\":1,\"viewedMessages\":[" + first + "]}",
                answer("imbot.v2.Chat.Message.read", "'dialogId':'chat5','messageId':" + first).toString());
        assertEquals("{\"chatId\":5,\"lastId\":" + second + ",\"counter\":0,\"viewedMessages\":[" + second + "]}",
                answer("imbot.v2.Chat.Message.read", "'dialogId':'chat5'").toString());
        assertEquals(List.of(desk.id()), portal.message(second).viewed());
    }

    @Test
    void aReactionIsKeptAndToldToUsers() throws Exception {
        ilse.subscribed();
        long id = marco.says("chat5", "x");
        done(REACTION + "add", "'messageId':" + id + ",'reaction':'redHeart'");
        refused("REACTION_ALREADY_SET", ask(REACTION + "add", "'messageId':" + id + ",'reaction':'redHeart'"));
        assertEquals("redHeart", portal.message(id).reactions().get(desk.id()));
        done(REACTION + "add", "'messageId':" + id + ",'reaction':'eyes'");
        refused("REACTION_NOT_FOUND", ask(REACTION + "delete", "'messageId':" + id + ",'reaction':'redHeart'"));
        done(REACTION + "delete", "'messageId':" + id + ",'reaction':'eyes'");
        refused("REACTION_NOT_FOUND", ask(REACTION + "add", "'messageId':" + id + ",'reaction':'RED_HEART'"));
        assertEquals(3, page("{}").findValuesAsText("type").stream().filter("ONIMV2REACTIONCHANGE"::equals).count());
    }

    @Test
    void mostBotsMayReadNothing() throws Exception {
        long id = marco.says("chat5", "x");
        refused("BOT_TYPE_NOT_ALLOWED", ask("imbot.v2.Chat.Message.get", "'messageId':" + id));
        refused("BOT_TYPE_NOT_ALLOWED", ask("imbot.v2.Chat.Message.getContext", "'messageId':" + id));
    }

    @ParameterizedTest
    @ValueSource(strings = { "personal", "supervisor" })
    void aSupervisorMay(String type) throws Exception {
        desk.ofType(type);
        long[] ids = new long[7];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = marco.says("chat5", "message " + i);
        }
        JsonNode one = answer("imbot.v2.Chat.Message.get", "'messageId':" + ids[3]);
        assertEquals("message 3", one.at("/message/text").textValue());
        assertEquals(12, one.at("/user/id").longValue());
        JsonNode around = answer("imbot.v2.Chat.Message.getContext", "'messageId':" + ids[3] + ",'range':2");
        assertEquals(List.of("message 1", "message 2", "message 3", "message 4", "message 5"),
                around.get("messages").findValuesAsText("text"));
        assertEquals("true true", around.get("hasPrevPage") + " " + around.get("hasNextPage"));
        assertEquals(7, answer("imbot.v2.Chat.Message.getContext", "'messageId':" + ids[3]).get("messages").size());
    }
}
