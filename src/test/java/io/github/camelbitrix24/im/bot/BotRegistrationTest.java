package io.github.camelbitrix24.im.bot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.testkit.BotCommand;
import io.github.camelbitrix24.im.testkit.BotProfile;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How a bot comes to be at the portal, and stays as people have made it. */
class BotRegistrationTest extends BotTest {

    private static final BotProfile MADE_BY_PEOPLE
            = new BotProfile("Desk helper", "of the 4th floor", "Concierge", "mint", "F", "");

    @Test
    void aMissingBotIsRegistered() throws Exception {
        EmulatedBot bot = startPolling("&botName=Desk helper&botType=supervisor");

        assertEquals("Desk helper", bot.profile().name());
        assertEquals("supervisor", bot.type());
        assertEquals("fetch", bot.eventMode());
        assertEquals(TOKEN, bot.token());
    }

    @Test
    void withoutANameItIsCalledByItsCode() throws Exception {
        assertEquals("desk_helper", startPolling("").profile().name());
    }

    @Test
    void aBeanSaysMoreOfIt() throws Exception {
        io.github.camelbitrix24.im.bot.BotProfile look = new io.github.camelbitrix24.im.bot.BotProfile();
        look.setLastName("Junior");
        look.setWorkPosition("Concierge");
        look.setGender("F");
        look.setColor("azure");
        look.setHidden(true);
        look.setOpenLines(true);
        look.setReactionsEnabled(false);
        look.setCommands(Map.of("room", "Book a room"));
        context.getRegistry().bind("look", look);

        EmulatedBot bot = startPolling("&botProfile=#look&botName=Desk");

        assertEquals(new BotProfile("Desk", "Junior", "Concierge", "azure", "F", ""), bot.profile());
        assertTrue(bot.isHidden());
        assertTrue(bot.isSupportOpenline());
        assertFalse(bot.isReactionsEnabled());
        assertEquals(List.of("room"), bot.commands().stream().map(BotCommand::name).toList());
    }

    @Test
    void anotherStartFindsItAndChangesNothing() throws Exception {
        EmulatedBot bot = startPolling("&botName=Desk helper&commands=room&commands.help=How it works");
        stopRoute();
        bot.looking(MADE_BY_PEOPLE);
        portal.clearCalls();

        try (CamelContext later = another("&botName=Desk helper&commands=room&commands.help=How it works")) {
            await("it is read again", () -> calls("imbot.v2.Event.get") > 0);

            assertEquals(MADE_BY_PEOPLE, bot.profile());
            assertEquals(List.of("imbot.v2.Bot.get", "imbot.v2.Command.list", "imbot.v2.Event.get"),
                    botMethods().subList(0, 3));
            assertEquals(0, calls("imbot.v2.Bot.update") + calls("imbot.v2.Bot.register") + calls("imbot.v2.Command.update"));
        }
    }

    @Test
    void whatDiffersIsBroughtUpToDateAndTheRestStays() throws Exception {
        portal.bot("desk_helper", TOKEN).looking(MADE_BY_PEOPLE);

        EmulatedBot bot = startPolling("&botName=Front desk");

        assertEquals(new BotProfile("Front desk", "of the 4th floor", "Concierge", "mint", "F", ""), bot.profile());
        assertEquals(1, calls("imbot.v2.Bot.update"));
        assertEquals(0, calls("imbot.v2.Bot.register"));
    }

    @Test
    void commandsAreRegisteredAndRenamedAndNoneIsTakenAway() throws Exception {
        portal.bot("desk_helper", TOKEN).command("room", "Rooms").command("old", "As ever");

        EmulatedBot bot = startPolling("&commands=/help,old&commands.room=Book a room");

        Map<String, String> titles = new TreeMap<>();
        bot.commands().forEach(command -> titles.put(command.name(), command.title().get("en")));
        assertEquals(Map.of("help", "help", "old", "As ever", "room", "Book a room"), titles);
    }

    @Test
    void twoNodesThatStartAtOnceHaveOneBot() throws Exception {
        try (CamelContext first = another("&commands=room"); CamelContext second = another("&commands=room")) {
            await("both read", () -> calls("imbot.v2.Event.get") >= 2
                    && portal.calls("imbot.v2.Bot.get").size() >= 2);

            assertEquals(1, portal.bots().size());
            assertEquals(1, portal.bot("desk_helper").commands().size());
        }
    }

    @Test
    void aBotOfWhichTheEventsWentToAnAddressIsReadFromItsQueue() throws Exception {
        portal.bot("desk_helper", TOKEN);
        context.start();
        String webhook = "https://bots.example/hook";
        long id = portal.bot("desk_helper").id();
        result("bitrix24-im:call?method=imbot.v2.Bot.update",
                Map.of("botId", id, "fields", Map.of("eventMode", "webhook", "webhookUrl", webhook)), Map.of());
        assertEquals("webhook", portal.bot("desk_helper").eventMode());

        assertEquals("fetch", startPolling("").eventMode());
        assertTrue(log.ownMessages().stream().anyMatch(line -> line.getFormattedMessage().contains("to an address until now")));
    }

    @Test
    void whoOnlySendsLeavesTheEventsWhereTheyGo() throws Exception {
        EmulatedBot bot = portal.bot("desk_helper", TOKEN);
        portal.chat("chat5").members(7, 12, bot.id());
        context.start();
        result("bitrix24-im:call?method=imbot.v2.Bot.update", Map.of("botId", bot.id(), "fields",
                Map.of("eventMode", "webhook", "webhookUrl", "https://bots.example/hook")), Map.of());

        result("bitrix24-im:send?dialogId=chat5", "hello", Map.of());

        assertEquals("webhook", bot.eventMode());
        assertEquals(1, bot.sent().size());
    }

    @Test
    void anOverlongTokenIsRefusedByNameAndTheContextIsUp() throws Exception {
        configuration().setToken(TOKEN + "x".repeat(40));

        String why = whyItIsDown("");

        assertTrue(why.contains("Set the option token to a text of at most 40 characters."), why);
        assertEquals(List.of(), portal.bots());
    }

    @Test
    void aBotOfAnotherTokenIsRefusedByName() throws Exception {
        portal.bot("desk_helper", "somebody-elses");

        String why = whyItIsDown("&botName=Mine");

        assertTrue(why.contains("option bot") && why.contains("option token"), why);
        assertEquals("desk_helper", portal.bot("desk_helper").profile().name());
    }

    @Test
    void theScopeIsNamedAndOnceItIsThereTheBotIs() throws Exception {
        ilse.scopes("im");

        String why = whyItIsDown("");
        ilse.scopes("im", "imbot");
        pollUntil("the bot is there", () -> !portal.bots().isEmpty());

        assertTrue(why.contains("scope 'imbot'") && why.contains("option bot"), why);
    }

    @Test
    void withRegisterBotFalseNothingIsMade() throws Exception {
        String why = whyItIsDown("&registerBot=false");

        assertTrue(why.contains("registerBot=false") && why.contains("option bot"), why);
        assertEquals(List.of(), portal.bots());
    }

    @Test
    void aBotThatIsTakenAwayMeanwhileIsRegisteredAgain() throws Exception {
        EmulatedBot first = startPolling("");
        context.getRouteController().suspendRoute("events");
        result("bitrix24-im:call?method=imbot.v2.Bot.unregister", Map.of("botId", first.id()), Map.of());
        assertEquals(List.of(), portal.bots());
        context.getRouteController().resumeRoute("events");

        pollUntil("there is a bot again", () -> !portal.bots().isEmpty());
        assertEquals(1, portal.bots().size());
    }

    private String whyItIsDown(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND + options).routeId("events").process(this::keep));
        hand.runNext();
        assertTrue(context.isStarted());
        HealthCheck.Result health = health();
        assertEquals(HealthCheck.State.DOWN, health.getState());
        return health.getMessage().orElse("") + health.getDetails();
    }

    private void stopRoute() throws Exception {
        context.getRouteController().stopRoute("events");
    }

    private CamelContext another(String options) throws Exception {
        CamelContext other = new DefaultCamelContext();
        Bitrix24ImComponent component = other.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        component.setConfiguration(configuration().copy());
        RouteBuilder.addRoutes(other, r -> r.from("bitrix24-im:events?" + FAST + options).process(this::note));
        other.start();
        return other;
    }
}
