package io.github.camelbitrix24.im.bot;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A route that shows that it is at work. */
class TypingWhileTest extends BotTest {

    private static final String NOTIFY = "imbot.v2.Chat.InputAction.notify";

    private final CountDownLatch thought = new CountDownLatch(1);

    @AfterEach
    void think() {
        thought.countDown();
    }

    private EmulatedBot start(String uri) throws Exception {
        EmulatedBot bot = portal.bot("desk_helper", TOKEN);
        portal.chat("chat5").members(7, 12, bot.id());
        routes(r -> r.from(uri).routeId("events").to("seda:slow"));
        routes(r -> r.from("seda:slow").process(exchange -> {
            assertTrue(thought.await(SOON.toSeconds(), TimeUnit.SECONDS));
            keep(exchange);
        }));
        return bot;
    }

    @Test
    void aBotIsTypingWhileTheRouteIsAtWork() throws Exception {
        EmulatedBot bot = start("bitrix24-im:events?typing=true&status=thinking&" + FAST);
        marco.says("chat5", "[USER=" + bot.id() + "]Desk[/USER] is room 4 free?");

        await("typing is shown", () -> calls(NOTIFY) == 1);
        thought.countDown();

        await("it is done", () -> got.size() == 1);
        assertEquals("chat5", portal.calls(NOTIFY).get(0).param("dialogId"));
        assertEquals("IMBOT_AGENT_ACTION_THINKING", portal.calls(NOTIFY).get(0).param("statusMessageCode"));
    }

    @Test
    void aUserIsTypingAsWell() throws Exception {
        start("bitrix24-im:events?bot=&typing=true&" + FAST);
        portal.await(p -> p.subscribed(7), SOON);
        marco.says("chat5", "is room 4 free?");

        await("typing is shown", () -> calls("im.dialog.writing") == 1);
    }

    @Test
    void itFailsNoExchange() throws Exception {
        portal.fail(NOTIFY, Fault.error("CHAT_NOT_FOUND"), 10);
        EmulatedBot bot = start("bitrix24-im:events?typing=true&" + FAST);
        marco.says("chat5", "[USER=" + bot.id() + "]Desk[/USER] is room 4 free?");

        await("typing was tried", () -> calls(NOTIFY) == 1);
        thought.countDown();
        await("all is acknowledged", () -> got.size() == 1 && portal.pending(bot.id()).isEmpty());
    }
}
