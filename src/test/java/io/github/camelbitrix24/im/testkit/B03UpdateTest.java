package io.github.camelbitrix24.im.testkit;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class B03UpdateTest extends BotPortalTest {

    private static final String UPDATE = "imbot.v2.Bot.update";

    @Test
    void propertiesThatAreSentInPartBlankTheRest() throws Exception {
        desk.looking(new BotProfile("Desk", "Helper", "Porter", "lime", "M", "aWNvbg=="));
        answer(UPDATE, "'fields':{'properties':{'name':'Desk'}}");
        assertEquals(new BotProfile("Desk", "", "Chat bot", "lime", "", "aWNvbg=="), desk.profile());
        answer(UPDATE, "'fields':{'properties':{'lastName':'II'}}");
        assertEquals("Desk II", desk.user().name());
    }

    @Test
    void withoutPropertiesTheyStay() throws Exception {
        desk.looking(new BotProfile("Desk", "Helper", "Porter", "lime", "M", ""));
        assertEquals("true", answer(UPDATE, "'fields':{'isHidden':'Y','isSupportOpenline':true,'isReactionsEnabled':'N'}")
                .at("/bot/isHidden").toString());
        assertEquals(new BotProfile("Desk", "Helper", "Porter", "lime", "M", ""), desk.profile());
        assertEquals(List.of(true, true, false),
                List.of(desk.isHidden(), desk.isSupportOpenline(), desk.isReactionsEnabled()));
    }

    @Test
    void aBackgroundCannotBeTakenAway() throws Exception {
        answer(UPDATE, "'fields':{'backgroundId':'mint'}");
        answer(UPDATE, "'fields':{'backgroundId':null}");
        assertEquals("mint", desk.backgroundId());
        answer(UPDATE, "'fields':{'backgroundId':'plaid'}");
        assertNull(desk.backgroundId());
    }

    @Test
    void whoGoesOverToAWebhookLosesWhatIsQueued() throws Exception {
        ilse.says("" + desk.id(), "hello");
        List<Long> queued = portal.pending(desk.id());
        refused("BOT_WEBHOOK_URL_REQUIRED", ask(UPDATE, "'fields':{'eventMode':'webhook'}"));
        assertEquals(queued, portal.pending(desk.id()));
        answer(UPDATE, "'fields':{'eventMode':'webhook','webhookUrl':'https://a.example/'}");
        assertEquals(List.of(), portal.pending(desk.id()));
        assertEquals(queued, portal.purged(desk.id()));
        assertEquals("https://a.example/", desk.webhookUrl());
    }

    @Test
    void theTokenIsChangedAtOnce() throws Exception {
        String old = "{\"botId\":" + desk.id() + ",\"botToken\":\"" + TOKEN + "\"}";
        answer(UPDATE, "'fields':{'botToken':'fresh'}");
        assertEquals("fresh", desk.token());
        refused("BOT_OWNERSHIP_ERROR", call(ilse, "imbot.v2.Event.get", old));
        assertEquals(200, ask("imbot.v2.Event.get", "").statusCode());
    }

    @Test
    void notEveryTokenIsGood() throws Exception {
        portal.bot("other", "taken");
        refused("BOT_TOKEN_INVALID_LENGTH", ask(UPDATE, "'fields':{'botToken':'" + "x".repeat(41) + "'}"));
        refused("BOT_TOKEN_ROTATION_FAILED", ask(UPDATE, "'fields':{'botToken':'taken'}"));
        assertEquals(TOKEN, desk.token());
    }

    @Test
    void anOlderPortalKeepsTheToken() throws Exception {
        portal.behave(Behaviour.Revision.R33);
        answer(UPDATE, "'fields':{'botToken':'fresh'}");
        assertEquals(TOKEN, desk.token());
    }
}
