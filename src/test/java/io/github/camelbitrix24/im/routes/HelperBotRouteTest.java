package io.github.camelbitrix24.im.routes;

import java.nio.file.Path;
import java.util.List;

import io.github.camelbitrix24.im.testkit.BotCommand;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class HelperBotRouteTest extends ShippedRoutes {

    private EmulatedBot bot;

    @BeforeEach
    void startBot() {
        reader.scopes("im", "imbot");
        option("bot", "helper_bot");
        option("token", "recipe-bot");
        start(List.of(Path.of("routes/helper-bot/helper-bot.camel.yaml")));
        portal.await(p -> p.bots().stream().anyMatch(made -> made.commands().size() == 2), SOON);
        bot = portal.bot("helper_bot");
    }

    private StoredMessage answer(int number) {
        portal.await(p -> bot.sent().size() >= number && p.pending(bot.id()).isEmpty(), SOON);
        return portal.message(bot.sent().get(number - 1).id());
    }

    @Test
    void aRoomIsBookedByACommandAndAButton() {
        portal.user(12).says("" + bot.id(), "/room 4");
        StoredMessage question = answer(1);
        portal.user(12).presses(question.id(), "Tomorrow");
        portal.await(p -> p.message(question.id()).edits() == 1, SOON);

        assertEquals("Room 4: for when?", question.text());
        assertEquals("Room 4 tomorrow: booked.", portal.message(question.id()).text());
        assertEquals(List.of(), portal.message(question.id()).keyboard());
    }

    @Test
    void whatNoButtonHoldsBooksNothing() {
        portal.user(12).says("" + bot.id(), "/room 4");
        StoredMessage question = answer(1);
        portal.user(12).presses(question.id(), bot.id(), "book", "[b]all[/b]");

        assertEquals("Say /room and its number, for example /room 4.", answer(2).text());
        assertEquals("Room 4: for when?", portal.message(question.id()).text());
    }

    @Test
    void theCommandOfTheButtonsIsNotShownToPeople() {
        BotCommand book = bot.commands().stream().filter(command -> command.name().equals("book")).findFirst().orElseThrow();

        assertEquals(true, book.hidden());
        assertFalse(bot.commands().stream().filter(command -> command.name().equals("room")).allMatch(BotCommand::hidden));
    }
}
