package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B04LookupTest extends BotPortalTest {

    private static final String GET_BOT = "imbot.v2.Bot.get";

    private JsonNode found(String token, String more) throws Exception {
        return result(ilse, GET_BOT, ("{'botToken':'" + token + "'," + more + "}").replace('\'', '"'));
    }

    @Test
    void isFoundByCodeOrId() throws Exception {
        assertEquals(found(TOKEN, "'botId':" + desk.id()), found(TOKEN, "'code':'desk_helper'"));
        refused("PARAMS_REQUIRED", call(ilse, GET_BOT, "{\"botToken\":\"x\"}"));
        refused("BOT_NOT_FOUND", call(ilse, GET_BOT, "{\"botToken\":\"x\",\"code\":\"nobody\"}"));
        refused("BOT_TOKEN_NOT_SPECIFIED", call(ilse, GET_BOT, "{\"code\":\"nobody\"}"));
    }

    @Test
    void whoDoesNotOwnItIsToldLess() throws Exception {
        JsonNode bot = found("other", "'code':'desk_helper'").get("bot");
        assertEquals(List.of("id", "code", "type", "isHidden", "isSupportOpenline", "isReactionsEnabled", "backgroundId",
                "language"), keys(bot));
        assertTrue(found(TOKEN, "'code':'desk_helper'").get("bot").has("eventMode"));
    }

    @Test
    void theTokenLeaksUpToRevision34() throws Exception {
        assertFalse(found(TOKEN, "'code':'desk_helper'").toString().contains(TOKEN));
        portal.behave(Behaviour.Revision.R33);
        assertEquals("custom" + TOKEN, found(TOKEN, "'code':'desk_helper'").at("/bot/appId").textValue());
        assertFalse(found("other", "'code':'desk_helper'").get("bot").has("appId"));
        ilse.says("" + desk.id(), "hello");
        assertEquals("custom" + TOKEN, last(desk).at("/data/bot/appId").textValue());
    }

    @Test
    void theListHasOnlyOnesOwnAndItsLastPageLies() throws Exception {
        portal.bot("second", TOKEN).ofType("supervisor");
        portal.bot("foreign", "other");
        String token = "{\"botToken\":\"" + TOKEN + "\"";
        JsonNode all = result(ilse, "imbot.v2.Bot.list", token + ",\"filter\":{\"type\":\"juggler\"}}");
        assertEquals(List.of("desk_helper", "second"), all.get("bots").findValuesAsText("code"));
        assertEquals(2, all.get("users").size());
        assertFalse(all.get("hasNextPage").booleanValue());
        assertTrue(result(ilse, "imbot.v2.Bot.list", token + ",\"limit\":2}").get("hasNextPage").booleanValue());
        assertEquals(List.of("second"), result(ilse, "imbot.v2.Bot.list", token + ",\"filter\":{\"type\":\"supervisor\"}}")
                .get("bots").findValuesAsText("code"));
        assertEquals(List.of("second"),
                result(ilse, "imbot.v2.Bot.list", token + ",\"offset\":1}").get("bots").findValuesAsText("code"));
    }

    @Test
    void whoIsUnregisteredIsGone() throws Exception {
        desk.command("room", "Books a room");
        ilse.says("" + desk.id(), "hello");
        done("imbot.v2.Bot.unregister", "");
        refused("BOT_NOT_FOUND", ask("imbot.v2.Event.get", ""));
        assertFalse(desk.isRegistered());
        assertEquals(List.of(), desk.commands());
        assertEquals(List.of(), portal.pending(desk.id()));
        assertEquals(List.of(), portal.bots());
        assertThrows(NoSuchElementException.class, () -> portal.bot("desk_helper"));
        ilse.says("" + desk.id(), "hello?");
        assertEquals(List.of(), portal.pending(desk.id()));
    }

    @Test
    void theRevisionNeedsNoBot() throws Exception {
        JsonNode revision = result(ilse, "imbot.v2.Revision.get", "{}");
        assertEquals(List.of("rest", "web", "mobile", "desktop"), keys(revision));
        assertEquals(35, revision.get("rest").intValue());
        portal.behave(Behaviour.Revision.R33);
        assertEquals(33, result(ilse, "imbot.v2.Revision.get", "{}").get("rest").intValue());
    }
}
