package io.github.camelbitrix24.im.bot;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.github.camelbitrix24.im.consumer.SecondReaderException;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.testkit.Behaviour;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a route hears as a bot. */
class BotEventsTest extends BotTest {

    @Test
    void aThousandMessagesArriveOnceInOrderAndAreAcknowledgedAtTheStop() throws Exception {
        EmulatedBot bot = startPolling("");
        for (int i = 0; i < 1_000; i++) {
            marco.says("" + bot.id(), "message " + i);
            portal.skipIds(i % 3);
        }

        pollUntilGot(1_001);
        context.stop();

        assertEquals(portal.recorded(bot.id()), seen);
        assertEquals(List.of(), portal.pending(bot.id()));
        assertEquals(List.of(), portal.lost(bot.id()));
        assertTrue(bot.isRegistered());
    }

    @Test
    void theQueueOfTheUserIsNotTouched() throws Exception {
        ilse.subscribed();
        EmulatedBot bot = startPolling("");
        marco.says("chat5", "to all");
        marco.says("chat5", "[USER=" + bot.id() + "]Desk[/USER] is room 4 free?");
        List<Long> users = portal.pending(7);

        pollUntilGot(1);
        context.stop();

        assertEquals(2, users.size());
        assertEquals(users, portal.pending(7));
        assertEquals(0, calls("im.v2.Event.get") + calls("im.v2.Event.subscribe"));
    }

    @Test
    void userAndBotAreReadSideBySide() throws Exception {
        EmulatedBot bot = startPolling("");
        List<Object> ofUser = new java.util.concurrent.CopyOnWriteArrayList<>();
        routes(r -> r.from("bitrix24-im:events?bot=&" + FAST).routeId("user")
                .process(e -> ofUser.add(e.getMessage().getHeader("CamelBitrix24ImEventId"))));
        portal.await(p -> p.subscribed(7), SOON);
        for (int i = 0; i < 50; i++) {
            marco.says("chat5", "[USER=" + bot.id() + "]Desk[/USER] " + i);
        }

        pollUntilGot(50);
        await("the user's 50", () -> ofUser.size() == 50);

        assertEquals(portal.recorded(bot.id()), seen);
        assertEquals(portal.recorded(7), ofUser);
    }

    @Test
    void aSecondReaderOfTheBotIsRefused() throws Exception {
        startPolling("");

        SecondReaderException refused = assertThrows(SecondReaderException.class, () -> routes(
                r -> r.from("bitrix24-im:events?" + FAST).routeId("second").process(this::keep)));

        assertTrue(refused.getMessage().contains("bot desk_helper"), refused.getMessage());
    }

    @Test
    void aBotThatEditsItsMessageHearsNothingOfIt() throws Exception {
        EmulatedBot bot = startPolling("&botType=supervisor");
        Long id = (Long) result("bitrix24-im:send?dialogId=chat5", "thinking", Map.of());
        for (int i = 0; i < 20; i++) {
            result("bitrix24-im:edit", "thinking " + i, Map.of("CamelBitrix24ImSentMessageId", id));
        }
        result("bitrix24-im:delete", "", Map.of("CamelBitrix24ImSentMessageId", id));
        marco.says("chat5", "hello");

        pollUntil("hello", () -> got.stream().anyMatch(BotEventsTest::isHello));
        pollUntil("all acknowledged", () -> portal.pending(bot.id()).isEmpty());

        assertTrue(portal.recorded(bot.id()).size() > 20, "the portal has told the bot of its own edits");
        assertEquals(1, got.size());
    }

    private static boolean isHello(Message message) {
        return "hello".equals(message.getBody(Bitrix24ImEvent.class).getMessage().getText());
    }

    @Test
    void ownEditsComeToWhoWantsThem() throws Exception {
        startPolling("&botType=supervisor&includeOwn=true&senders=staff,bot");
        Long id = (Long) result("bitrix24-im:send?dialogId=chat5", "thinking", Map.of());
        portal.message(id);
        result("bitrix24-im:edit", "done", Map.of("CamelBitrix24ImSentMessageId", id));

        pollUntilGot(1);

        assertEquals(true, header(last(), "Own"));
        assertEquals("messageUpdate", header(last(), "EventKind"));
    }

    @Test
    void aTypedCommandIsTold() throws Exception {
        EmulatedBot bot = startPolling("&commands.room=Book a room");
        long id = marco.says("chat5", "/room 4 today");

        pollUntilGot(1);

        assertEquals("command", header(last(), "EventKind"));
        assertEquals("room", header(last(), "Command"));
        assertEquals("4 today", header(last(), "CommandParams"));
        assertEquals("textarea", header(last(), "CommandContext"));
        assertEquals(bot.id(), header(last(), "BotId"));
        assertEquals("chat5", header(last(), "DialogId"));
        assertEquals(12L, header(last(), "UserId"));
        assertEquals(id, header(last(), "MessageId"));
        Bitrix24ImEvent event = last().getBody(Bitrix24ImEvent.class);
        assertEquals("room", event.getCommand().getName());
        assertEquals("4 today", event.getCommand().getParams());
    }

    @Test
    void aButtonOfAPrivateDialogCanBeAnswered() throws Exception {
        EmulatedBot bot = startPolling("&commands=cb&eventTypes=command");
        Long question = (Long) result("bitrix24-im:send?dialogId=12", "Approve?", Map.of("CamelBitrix24ImKeyboard",
                "[{\"TEXT\":\"Yes\",\"COMMAND\":\"cb\",\"COMMAND_PARAMS\":\"ok:T-9\"}]"));
        marco.presses(question, "Yes");

        pollUntilGot(1);
        assertEquals("12", header(last(), "DialogId"));
        assertEquals("ok:T-9", header(last(), "CommandParams"));
        assertEquals("keyboard", header(last(), "CommandContext"));
        assertEquals(12L, header(last(), "UserId"));
        assertEquals(false, header(last(), "Own"));
        template.send("bitrix24-im:send", exchange -> {
            exchange.getMessage().setHeaders(last().getHeaders());
            exchange.getMessage().setBody("Approved");
        });

        assertEquals(List.of("12", "12"), bot.sent().stream().map(message -> message.dialogId()).toList());
    }

    @Test
    void buttonsAreStillThereAfterAnEdit() throws Exception {
        startPolling("&commands=cb&eventTypes=command");
        String keyboard = "[{\"TEXT\":\"Yes\",\"COMMAND\":\"cb\",\"COMMAND_PARAMS\":\"ok\"}]";
        Long question = (Long) result("bitrix24-im:send?dialogId=chat5", "Approve?", Map.of());
        result("bitrix24-im:edit", "Approve now?",
                Map.of("CamelBitrix24ImSentMessageId", question, "CamelBitrix24ImKeyboard", keyboard));
        marco.presses(question, "Yes");

        pollUntilGot(1);
        assertEquals("chat5", header(last(), "DialogId"));
        assertEquals("cb", header(last(), "Command"));
    }

    @Test
    void buttonsAreMadeInJava() throws Exception {
        startPolling("&commands=cb&eventTypes=command");
        Keyboard keyboard = Keyboard.button("Approve").command("cb", "ok:T-9").primary().once()
                .and("Reject").command("cb", "no:T-9").alert().once().newLine().and("Open").link("https://acme.example/t/9");
        Long question
                = (Long) result("bitrix24-im:send?dialogId=chat5", "Approve?", Map.of("CamelBitrix24ImKeyboard", keyboard));
        marco.presses(question, "Reject");

        pollUntilGot(1);

        assertEquals("no:T-9", header(last(), "CommandParams"));
        assertEquals(4, portal.message(question).keyboard().size());
    }

    @Test
    void aContextIsAMapThatAnybodyMayHaveSent() throws Exception {
        EmulatedBot bot = startPolling("&eventTypes=context");
        marco.opens("" + bot.id(), Map.of("ticket", "T-9"));

        pollUntilGot(1);

        assertEquals("context", header(last(), "EventKind"));
        assertEquals("12", header(last(), "DialogId"));
        assertEquals(Map.of("ticket", "T-9"), last().getBody(Bitrix24ImEvent.class).getContext());
    }

    @Test
    void theTokenIsInNoEvent() throws Exception {
        portal.behave(Behaviour.Revision.R33);
        EmulatedBot bot = startPolling("&commands=room");
        marco.says("" + bot.id(), "hello");
        marco.says("" + bot.id(), "/room 4");

        pollUntilGot(3);

        for (Message message : got) {
            Bitrix24ImEvent event = message.getBody(Bitrix24ImEvent.class);
            for (String form : List.of(event.getJson(), new String(event.toByteArray()), event.toMap().toString(),
                    event.toJsonNode().toString(), event.getData().toString(), message.getBody(String.class),
                    message.getBody(Map.class).toString())) {
                assertFalse(form.contains(TOKEN) || form.contains("appId"), form);
                assertTrue(form.contains("desk_helper"), form);
            }
        }
        Object answer = result("bitrix24-im:call?method=imbot.v2.Bot.get", Map.of("code", "desk_helper"), Map.of());
        assertFalse(answer.toString().contains(TOKEN) || answer.toString().contains("appId"), answer.toString());

        Object ofSeveral = result("bitrix24-im:call?method=batch", Map.of("cmd", Map.of(
                "one", "imbot.v2.Bot.get?code=desk_helper&botToken=" + TOKEN,
                "all", "imbot.v2.Bot.list?botToken=" + TOKEN)), Map.of());
        assertTrue(ofSeveral.toString().contains("desk_helper"), ofSeveral.toString());
        assertFalse(ofSeveral.toString().contains(TOKEN), ofSeveral.toString());
    }

    @Test
    void onlyStaffTalksToABotUnlessTheRouteSaysSo() throws Exception {
        portal.user(44).extranet();
        EmulatedBot bot = startPolling("&eventTypes=messageAdd");
        portal.chat("chat5").members(7, 12, 44, bot.id());
        portal.user(44).says("chat5", "[USER=" + bot.id() + "]Desk[/USER] hello from outside");
        marco.says("chat5", "[USER=" + bot.id() + "]Desk[/USER] hello");

        pollUntilGot(1);
        pollUntil("all acknowledged", () -> portal.pending(bot.id()).isEmpty());

        assertEquals(1, got.size());
        assertEquals("staff", header(last(), "Sender"));
    }

    @Test
    void userEventsComeWithThoseOfTheBotAndHaveOneReader() throws Exception {
        EmulatedBot bot = startPolling("&userEvents=true&eventTypes=messageAdd");
        assertTrue(portal.subscribed(7));
        marco.says("7", "to ilse");
        marco.says("" + bot.id(), "to the bot");

        pollUntilGot(2);
        SecondReaderException refused = assertThrows(SecondReaderException.class, () -> routes(
                r -> r.from("bitrix24-im:events?bot=&" + FAST).routeId("user").process(this::keep)));
        context.stop();

        assertEquals(List.of("to ilse", "to the bot"), got.stream()
                .map(message -> message.getBody(Bitrix24ImEvent.class).getMessage().getText()).toList());
        assertTrue(refused.getMessage().contains("user 7"), refused.getMessage());
        assertEquals(List.of(), portal.pending(7));
        assertEquals(List.of(), portal.pending(bot.id()));
    }

    @Test
    void eventsOfABotAreReceivedOneByOne() throws Exception {
        context.start();
        Exchange first = consumer.receive("bitrix24-im:events?" + FAST, 1);
        EmulatedBot bot = portal.bot("desk_helper");
        LongStream.range(0, 3).forEach(i -> marco.says("" + bot.id(), "message " + i));

        Exchange join = consumer.receive("bitrix24-im:events?" + FAST, SOON.toMillis());

        assertEquals(null, first);
        assertEquals("join", join.getMessage().getHeader("CamelBitrix24ImEventKind"));
        consumer.doneUoW(join);
    }
}
