package io.github.camelbitrix24.im.demo;

import java.nio.file.Path;
import java.time.Duration;

import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The demo's bot, with its route. */
class BotPortalTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void peopleAskForRoomsAndPressEachButtonOnce() throws Exception {
        BotPortal portal = new BotPortal(0);
        PortalEmulator emulator = portal.emulator();
        try (RunRoutes demo = new RunRoutes(portal, new RouteFiles(Path.of("routes", "helper-bot")))) {
            demo.open();
            emulator.await(p -> p.bots().stream().anyMatch(bot -> bot.commands().size() == 2), SOON);
            EmulatedBot bot = emulator.bot(BotPortal.CODE);
            portal.step();
            emulator.await(p -> bot.sent().size() == 1, SOON);
            long question = bot.sent().get(0).id();
            assertTrue(emulator.message(question).text().matches("Room [1-9]: for when\\?"), emulator.message(question).text());

            portal.step();
            emulator.await(p -> p.message(question).text().endsWith(": booked."), SOON);
            portal.step();
            emulator.await(p -> bot.sent().size() == 2, SOON);
            assertEquals(1, emulator.transcript().presses().size());
        }
    }
}
