package io.github.camelbitrix24.im.testkit;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B06RecordingTest extends BotPortalTest {

    @Test
    void noSubscriptionIsNeeded() throws Exception {
        ilse.says("" + desk.id(), "hello");
        assertEquals(List.of("ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD"), types(desk));
        assertEquals(false, portal.subscribed(desk.id()));
    }

    @Test
    void forABotWithAWebhookNothingIsQueuedAndNothingIsRefused() throws Exception {
        answer("imbot.v2.Bot.update", "'fields':{'eventMode':'webhook','webhookUrl':'https://a.example/'}");
        ilse.says("" + desk.id(), "hello");
        assertEquals(List.of(), types(desk));
        assertEquals(List.of(), portal.recorded(desk.id()));
    }

    @Test
    void botsAndUsersShareTheIds() throws Exception {
        ilse.subscribed();
        ilse.says("" + desk.id(), "hello");
        assertEquals(List.of(2L), portal.recorded(7));
        assertEquals(List.of(1L, 3L), portal.recorded(desk.id()));
    }
}
