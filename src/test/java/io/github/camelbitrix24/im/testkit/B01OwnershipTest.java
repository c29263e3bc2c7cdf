package io.github.camelbitrix24.im.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B01OwnershipTest extends BotPortalTest {

    private static final String GET = "imbot.v2.Event.get";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{} | BOT_TOKEN_NOT_SPECIFIED | Bot token not specified (botToken is required for webhook auth)",
            "{\"botToken\":\"\"} | BOT_TOKEN_NOT_SPECIFIED | Bot token not specified (botToken is required for webhook auth)",
            "{\"botToken\":\"other\"} | BOT_ID_REQUIRED | botId is required",
            "{\"botToken\":\"other\",\"botId\":0} | BOT_ID_REQUIRED | botId is required",
            "{\"botToken\":\"other\",\"botId\":9} | BOT_NOT_FOUND | Bot not found",
            "{\"botToken\":\"other\",\"botId\":5001} | BOT_OWNERSHIP_ERROR | Bot was installed by another rest application" })
    void theFirstThingThatIsWrongIsTold(String body, String code, String description) throws Exception {
        assertEquals(5001, desk.id());
        assertError(400, code, description, call(ilse, GET, body));
    }

    @Test
    void theBotComesBeforeWhatItIsAskedFor() throws Exception {
        assertError(400, "BOT_OWNERSHIP_ERROR", "Bot was installed by another rest application",
                call(ilse, SEND, "{\"botToken\":\"other\",\"botId\":5001,\"dialogId\":\"chat99\"}"));
        refused("CHAT_NOT_FOUND", ask(SEND, "'dialogId':'chat99'"));
        assertError(400, "100", "Could not find value for parameter {dialogId}", ask(SEND, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "botToken", "BOT_TOKEN", "clientId", "CLIENT_ID" })
    void theTokenHasSeveralNames(String name) throws Exception {
        assertEquals(200, call(ilse, GET, "{\"BOT_ID\":5001,\"" + name + "\":\"" + TOKEN + "\"}").statusCode());
    }

    @Test
    void whoKnowsTheTokenDrivesTheBotByAnyWebhook() throws Exception {
        marco.scopes("imbot");
        assertEquals(200, call(marco, GET, "{\"botId\":5001,\"botToken\":\"" + TOKEN + "\"}").statusCode());
    }

    @Test
    void anApplicationNeedsNoTokenAndNoneHelpsIt() throws Exception {
        OAuthApplication application = portal.oauthApplication("app.1").scopes("imbot");
        String auth = "\"auth\":\"" + application.tokens(12).accessToken() + "\"";
        String url = portal.url() + "/rest/";
        String made = post(url + "imbot.v2.Bot.register", "application/json",
                "{" + auth + ",\"fields\":{\"code\":\"app_bot\",\"properties\":{\"name\":\"App\"}}}").body();
        long id = json(made).at("/result/bot/id").longValue();
        assertEquals(200, post(url + GET, "application/json", "{" + auth + ",\"botId\":" + id + "}").statusCode());
        assertError(400, "BOT_OWNERSHIP_ERROR", "Bot was installed by another rest application",
                post(url + GET, "application/json", "{" + auth + ",\"botId\":5001,\"botToken\":\"" + TOKEN + "\"}"));
        assertEquals("", portal.bot("app_bot").token());
    }

    @Test
    void withoutTheScopeNothingIsPossible() throws Exception {
        ilse.scopes("im");
        assertError(401, "insufficient_scope",
                "The request requires higher privileges than provided by the webhook token", ask(GET, ""));
    }

    @Test
    void theTokenIsInNoDescription() throws Exception {
        call(ilse, "imbot.v2.Bot.register",
                "{\"fields\":{\"code\":\"x\",\"botToken\":\"zx9q\",\"properties\":{\"name\":\"x\"}}}");
        marco.says("" + desk.id(), "hello");
        ask(GET, "");
        String description = portal.describe();
        assertFalse(description.contains(TOKEN) || description.contains("zx9q"), description);
        assertTrue(description.contains("bot 5001 desk_helper, 2 pending"), description);
    }

    @Test
    void namesAreAsStrictAsThoseOfUsers() throws Exception {
        assertEquals(404, ask("imbot.v2.event.get", "").statusCode());
        assertEquals(200, ask("imbot.v2.Event.GET", "").statusCode());
        assertError(400, "22002", "Could not find description of foo in Bitrix\\Imbot\\V2\\Controller\\Chat\\Message",
                ask("imbot.v2.Chat.Message.foo", ""));
    }
}
