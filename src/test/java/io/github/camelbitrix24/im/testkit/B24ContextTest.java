package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B24ContextTest extends BotPortalTest {

    private static final String CONTEXT = "im.v2.Chat.Bot.sendContext";

    @Test
    void anyUserMaySendABotAnyObject() throws Exception {
        assertEquals("{\"result\":true}", result(ilse, CONTEXT,
                "{\"dialogId\":\"" + desk.id() + "\",\"context\":{\"ticket\":\"T-9\",\"deep\":{\"x\":[1]}}}").toString());
        JsonNode event = last(desk);
        assertEquals("ONIMBOTV2CONTEXTGET", event.get("type").textValue());
        assertEquals("7", event.at("/data/dialogId").textValue());
        assertEquals("{\"ticket\":\"T-9\",\"deep\":{\"x\":[1]}}", event.at("/data/context").toString());
        assertEquals(7, event.at("/data/user/id").longValue());
    }

    @Test
    void inAChatItReachesTheBotsThatAreThere() throws Exception {
        EmulatedBot elsewhere = portal.bot("elsewhere", "t2");
        result(ilse, CONTEXT, "{\"dialogId\":\"chat5\",\"context\":{\"a\":1}}");
        marco.opens("chat5", Map.of("a", 2));
        assertEquals(List.of("chat5", "chat5"), List.of(events(desk).at("/0/data/dialogId").textValue(),
                events(desk).at("/1/data/dialogId").textValue()));
        assertEquals(List.of(), types(elsewhere));
    }

    @Test
    void whereThereIsNoBotItIsRefused() throws Exception {
        portal.chat("chat6").members(7, 12);
        refused("BOT_CONTEXT_ERROR", call(ilse, CONTEXT, "{\"dialogId\":\"chat6\",\"context\":{}}"));
        refused("BOT_CONTEXT_ERROR", call(ilse, CONTEXT, "{\"dialogId\":\"12\",\"context\":{}}"));
        refused("CHAT_NOT_FOUND", call(ilse, CONTEXT, "{\"dialogId\":\"4711\",\"context\":{}}"));
    }

    @Test
    void itIsThereWhereTheUndocumentedMethodsAreNot() throws Exception {
        portal.behave(Behaviour.UndocumentedMethods.MISSING);
        assertEquals(200,
                call(ilse, CONTEXT, "{\"dialogId\":\"" + desk.id() + "\",\"context\":{}}").statusCode());
    }
}
