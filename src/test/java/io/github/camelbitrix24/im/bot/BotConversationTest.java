package io.github.camelbitrix24.im.bot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Behaviour;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.OAuthApplication;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What routes say as a bot, with the same operations as users. */
class BotConversationTest extends BotTest {

    private EmulatedBot bot;

    @BeforeEach
    void begin() {
        bot = portal.bot("desk_helper", TOKEN);
        portal.chat("chat5").members(7, 12, bot.id());
        context.start();
    }

    private long send(String text) {
        return (Long) result("bitrix24-im:send?dialogId=chat5", text, Map.of());
    }

    @Test
    void itPostsInItsOwnName() {
        long id = send("hello");

        assertEquals(bot.id(), portal.message(id).authorId());
        assertEquals("hello", portal.message(id).text());
    }

    @Test
    void aBotThatIsMissingIsRegisteredByWhoSends() {
        configuration().setBot("front_desk");

        Long id = (Long) result("bitrix24-im:send?dialogId=12", "hello", Map.of());

        assertEquals(portal.bot("front_desk").id(), portal.message(id).authorId());
    }

    @Test
    void theBotIsLookedUpOnce() {
        send("one");
        send("two");

        assertEquals(1, calls("imbot.v2.Bot.get"));
    }

    @Test
    void aLostAnswerBringsNoSecondMessage() {
        portal.fail("imbot.v2.Chat.Message.send", Fault.droppedAfterActing(), 1);

        long id = send("hello");

        assertEquals(List.of(id), bot.sent().stream().map(message -> message.id()).toList());
    }

    @Test
    void itEditsAndDeletes() {
        long id = send("hello");
        Map<String, Object> sent = Map.of(Bitrix24ImConstants.SENT_MESSAGE_ID, id);

        assertEquals(true, result("bitrix24-im:edit", "bye", sent));
        assertEquals("bye", portal.message(id).text());
        assertEquals(true, result("bitrix24-im:delete", null, sent));
        assertEquals(true, result("bitrix24-im:delete", null, sent));
    }

    @Test
    void itReactsAndTakesThatBack() {
        long question = marco.says("chat5", "is room 4 free?");
        Map<String, Object> event = Map.of(Bitrix24ImConstants.MESSAGE_ID, question);

        assertEquals(true, result("bitrix24-im:react?reaction=whiteHeavyCheckMark", "", event));
        assertEquals(true, result("bitrix24-im:react?reaction=whiteHeavyCheckMark", "", event));
        assertEquals(true, result("bitrix24-im:react?reaction=whiteHeavyCheckMark&reactionAction=delete", "", event));
        assertEquals(List.of("imbot.v2.Chat.Message.Reaction.add", "imbot.v2.Chat.Message.Reaction.add",
                "imbot.v2.Chat.Message.Reaction.delete"), botMethods().subList(1, 4));
    }

    @Test
    void itShowsWhatItIsDoing() {
        assertEquals("body", result("bitrix24-im:typing?dialogId=chat5&status=readingDocs", "body", Map.of()));

        assertEquals("IMBOT_AGENT_ACTION_READING_DOCS", portal.calls("imbot.v2.Chat.InputAction.notify").get(0)
                .param("statusMessageCode"));
    }

    @Test
    void itReads() {
        long question = marco.says("chat5", "is room 4 free?");

        assertEquals("body", result("bitrix24-im:read", "body",
                Map.of(Bitrix24ImConstants.MESSAGE_ID, question, Bitrix24ImConstants.DIALOG_ID, "chat5")));
        assertEquals(1, calls("imbot.v2.Chat.Message.read"));
    }

    @Test
    void itReadsTheHistoryOfAGroup() {
        marco.says("chat5", "is room 4 free?");

        assertEquals(1, ((List<?>) result("bitrix24-im:history?dialogId=chat5", "", Map.of())).size());
    }

    @Test
    void theHistoryOfItsPrivateDialogsIsNotThatOfTheUsers() {
        marco.says("7", "for ilse only");

        Exchange exchange = template.request("bitrix24-im:history?dialogId=12", e -> {
        });

        assertTrue(exchange.getException().getMessage().contains("private dialog of a bot"),
                exchange.getException().getMessage());
        assertEquals(0, calls("im.dialog.messages.get"));
    }

    @Test
    void aSupervisorReadsBeforeAndAfterAMessage() {
        bot.ofType("supervisor");
        long first = marco.says("chat5", "one");
        long second = marco.says("chat5", "two");
        long third = marco.says("chat5", "three");

        Object after = result("bitrix24-im:history?dialogId=chat5", "",
                Map.of(Bitrix24ImConstants.AFTER_MESSAGE_ID, first));

        assertEquals(1, calls("imbot.v2.Chat.Message.getContext"));
        assertEquals(List.of(second, third), ((List<?>) after).stream()
                .map(message -> ((io.github.camelbitrix24.im.event.ImMessage) message).getId()).toList());
    }

    @Test
    void anyMethodOfBotsIsCalledWithoutNamingBotOrToken() {
        Object answer = result("bitrix24-im:call?method=imbot.v2.Chat.get", Map.of("dialogId", "chat5"), Map.of());

        assertTrue(answer.toString().contains("chat5"), answer.toString());
    }

    @Test
    void whatIsCalledAsTheUserHasNoToken() {
        result("bitrix24-im:call?method=profile", Map.of(), Map.of());

        assertEquals(null, portal.calls("profile").get(0).param("botToken"));
    }

    @Test
    void itsRepliesAreCountedApartFromTheUsers() {
        for (int i = 0; i < 30; i++) {
            send("message " + i);
        }
        Exchange oneMore = template.request("bitrix24-im:send?dialogId=chat5", e -> e.getMessage().setBody("more"));
        Object byUser = result("bitrix24-im:send?bot=&dialogId=chat5", "by the user", Map.of());

        assertTrue(oneMore.getException().getMessage().contains("30"), String.valueOf(oneMore.getException()));
        assertNotEquals(bot.id(), portal.message((Long) byUser).authorId());
    }

    @Test
    void thereIsNothingToUnsubscribe() {
        assertEquals(true, result("bitrix24-im:subscribe", "", Map.of()));
        Exchange exchange = template.request("bitrix24-im:unsubscribe", e -> {
        });

        assertTrue(exchange.getException().getMessage().contains("option bot"), exchange.getException().getMessage());
    }

    @Test
    void aPageOfItsEventsIsRead() {
        marco.says("" + bot.id(), "hello");

        assertEquals(2, ((List<?>) result("bitrix24-im:events", "", Map.of())).size());
    }

    @Test
    void aWebhookWithoutTokenIsRefusedByName() {
        configuration().setToken(null);

        Exception refused = assertThrows(ResolveEndpointFailedException.class,
                () -> template.sendBody("bitrix24-im:send?dialogId=chat5", "x"));

        assertTrue(refused.getMessage().contains("Option token is missing"), refused.getMessage());
    }

    @Test
    void anOAuthApplicationNeedsNoToken() {
        OAuthApplication application = portal.oauthApplication("local.app").scopes("im", "imbot");
        var tokens = application.tokens(7);
        Bitrix24ImConfiguration configuration = configuration();
        configuration.setCredentials(null);
        configuration.setToken(null);
        configuration.setPortalUrl(portal.url());
        configuration.setClientId(application.clientId());
        configuration.setClientSecret(application.clientSecret());
        configuration.setAccessToken(tokens.accessToken());
        configuration.setRefreshToken(tokens.refreshToken());
        configuration.setOauthUrl(application.tokenUrl());
        configuration.setBot("app_bot");

        Long id = (Long) result("bitrix24-im:send?dialogId=12", "hello", Map.of());

        assertEquals(portal.bot("app_bot").id(), portal.message(id).authorId());
        assertEquals("", portal.bot("app_bot").token());
        portal.behave(Behaviour.Revision.R33);
        String told = result("bitrix24-im:call?method=imbot.v2.Bot.get", Map.of("code", "app_bot"), Map.of()).toString();
        assertTrue(told.contains("app_bot"), told);
        assertFalse(told.contains("appId"), told);
    }

    @Test
    void aBotFetchesTheFileOfItsEvent() throws Exception {
        AtomicReference<byte[]> file = new AtomicReference<>();
        routes(r -> r.from("bitrix24-im:events?eventTypes=messageAdd&" + BY_HAND).routeId("events").to("bitrix24-im:download")
                .process(exchange -> {
                    file.set(exchange.getMessage().getBody(byte[].class));
                    keep(exchange);
                }));
        pollUntil("the bot is read", () -> !portal.calls("imbot.v2.Event.get").isEmpty());
        marco.sends("" + portal.bot("desk_helper").id(), "for you", FileDraft.of("a.txt", new byte[] { 4, 2 }));
        pollUntilGot(1);

        assertArrayEquals(new byte[] { 4, 2 }, file.get());
        assertEquals("a.txt", last().getHeader("CamelFileName"));
        assertEquals(1, calls("imbot.v2.File.download"));
        assertEquals(0, calls("im.v2.File.download"));
    }
}
