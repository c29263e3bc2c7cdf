package io.github.camelbitrix24.im.demo;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortalTest {

    private static final String SECRET = "topsecret01";

    @Test
    void isEmulatedWhenNoneIsConfigured() {
        Portal portal = assertInstanceOf(EmulatedPortal.class, Portal.of(Map.of("HOME", "/root"), 0));
        assertTrue(portal.greeting().contains(portal.properties().get("camel.component.bitrix24-im.portal-url") + "/"),
                portal.greeting());
        assertEquals("stopped: 1 events recorded, 0 acknowledged, 1 pending", portal.close());
    }

    @Test
    void isTheRealOneWhenAllThreeVariablesAreSet() {
        Portal portal = Portal.of(Map.of("BITRIX24_PORTAL_URL", "https://acme.bitrix24.com", "BITRIX24_USER_ID", "7",
                "BITRIX24_SECRET", SECRET), 0);

        assertInstanceOf(RealPortal.class, portal);
        assertEquals("{{env:BITRIX24_SECRET}}", portal.properties().get("camel.component.bitrix24-im.secret"));
    }

    @Test
    void halfAConfigurationIsRefusedByTheNamesOfWhatIsMissing() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> Portal.of(Map.of("BITRIX24_PORTAL_URL", " ", "BITRIX24_SECRET", SECRET), 0));

        assertEquals("Not set: BITRIX24_PORTAL_URL, BITRIX24_USER_ID. A real portal needs BITRIX24_PORTAL_URL,"
                     + " BITRIX24_USER_ID, BITRIX24_SECRET; without all of them the routes run on an emulated portal.",
                refusal.getMessage());
    }

    @Test
    void aPortIsRefusedForARealPortal() {
        Map<String, String> real = Map.of("BITRIX24_PORTAL_URL", "https://acme.bitrix24.com", "BITRIX24_USER_ID", "7",
                "BITRIX24_SECRET", SECRET);
        String refusal = assertThrows(IllegalArgumentException.class, () -> Portal.of(real, 8124)).getMessage();

        assertTrue(refusal.contains("--port") && refusal.contains("BITRIX24_PORTAL_URL"), refusal);
    }

    @Test
    void aBotOfARealPortalNeedsItsTokenAsWell() {
        Map<String, String> webhook = Map.of("BITRIX24_PORTAL_URL", "https://acme.bitrix24.com", "BITRIX24_USER_ID", "7",
                "BITRIX24_SECRET", SECRET);
        String refusal = assertThrows(IllegalArgumentException.class, () -> Portal.ofBot(webhook, 0)).getMessage();
        assertTrue(refusal.startsWith("Not set: BITRIX24_BOT_TOKEN. "), refusal);

        Map<String, String> bot = new HashMap<>(webhook);
        bot.put("BITRIX24_BOT_TOKEN", SECRET);
        Portal portal = assertInstanceOf(RealBotPortal.class, Portal.ofBot(bot, 0));
        assertEquals("{{env:BITRIX24_BOT_TOKEN}}", portal.properties().get("camel.component.bitrix24-im.token"));
        assertEquals("{{env:BITRIX24_SECRET}}", portal.properties().get("camel.component.bitrix24-im.secret"));
        assertTrue(portal.greeting().contains("imbot"), portal.greeting());
    }

    @Test
    void aBusyPortIsNamedAndWhatToDoIsSaid() {
        try (PortalEmulator there = PortalEmulator.start()) {
            String refusal = Reason.of(assertThrows(UncheckedIOException.class, () -> Portal.of(Map.of(), there.port())));
            assertTrue(refusal.startsWith("Port " + there.port() + " of 127.0.0.1 is taken"), refusal);
            assertTrue(refusal.contains("choose another port"), refusal);
        }
    }

    @Test
    void thatOfTheBotWaitsForTheBot() {
        BotPortal portal = new BotPortal(0);
        portal.step();

        assertEquals("helper_bot", portal.properties().get("camel.component.bitrix24-im.bot"));
        assertTrue(portal.greeting().contains(portal.emulator().url() + "/"), portal.greeting());
        assertEquals("stopped: there was no bot yet", portal.close());
    }
}
