package io.github.camelbitrix24.im.demo;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortalTest {

    private static final String SECRET = "topsecret01";

    @Test
    void isEmulatedWhenNoneIsConfigured() {
        Portal portal = assertInstanceOf(EmulatedPortal.class, Portal.of(Map.of("HOME", "/root")));
        assertTrue(portal.greeting().contains(portal.properties().get("camel.component.bitrix24-im.portal-url") + "/"),
                portal.greeting());
        assertEquals("stopped: 1 events recorded, 0 acknowledged, 1 pending", portal.close());
    }

    @Test
    void isTheRealOneWhenAllThreeVariablesAreSet() {
        Portal portal = Portal.of(Map.of("BITRIX24_PORTAL_URL", "https://acme.bitrix24.com", "BITRIX24_USER_ID", "7",
                "BITRIX24_SECRET", SECRET));

        assertInstanceOf(RealPortal.class, portal);
        assertEquals("{{env:BITRIX24_SECRET}}", portal.properties().get("camel.component.bitrix24-im.secret"));
    }

    @Test
    void halfAConfigurationIsRefusedByTheNamesOfWhatIsMissing() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> Portal.of(Map.of("BITRIX24_PORTAL_URL", " ", "BITRIX24_SECRET", SECRET)));

        assertEquals("Not set: BITRIX24_PORTAL_URL, BITRIX24_USER_ID. A real portal needs BITRIX24_PORTAL_URL,"
                     + " BITRIX24_USER_ID, BITRIX24_SECRET; without all three the routes run on an emulated portal.",
                refusal.getMessage());
    }

    @Test
    void thatOfTheBotWaitsForTheBot() {
        BotPortal portal = new BotPortal();
        portal.step();

        assertEquals("helper_bot", portal.properties().get("camel.component.bitrix24-im.bot"));
        assertEquals("stopped: there was no bot yet", portal.close());
    }
}
