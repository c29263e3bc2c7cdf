package io.github.camelbitrix24.im.docs.example;

import java.time.Duration;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PingTest {

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    @Test
    void pingIsAnswered() {
        PortalEmulator portal = emulator.portal();
        Main camel = new Main();
        camel.addInitialProperty("camel.component.bitrix24-im.portal-url", portal.url());
        camel.addInitialProperty("camel.component.bitrix24-im.user-id", "7");
        camel.addInitialProperty("camel.component.bitrix24-im.secret", portal.user(7).secret());
        camel.addInitialProperty("camel.main.routes-include-pattern", "file:routes/*.camel.yaml");
        camel.start();
        portal.await(p -> p.subscribed(7), Duration.ofSeconds(10));

        portal.user(12).says("7", "ping");

        portal.await(p -> !p.sent().isEmpty(), Duration.ofSeconds(10));
        assertEquals("pong", portal.sent().get(0).text());
        camel.stop();
    }
}
