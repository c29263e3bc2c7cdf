package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Camel Main, configured by properties, on an emulated portal on which user 7 reads. Polls are quick, and no
 * credentials are set.
 */
public abstract class MainTest {

    protected static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    protected final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    protected final Main camel = new Main();
    protected PortalEmulator portal;
    protected EmulatedUser reader;

    @BeforeEach
    protected void connect() {
        portal = emulator.portal();
        reader = portal.user(7);
        portal.chat("chat5").members(7, 12);
        option("delay", "100");
        option("busy-delay", "100");
        option("settle-time", "0");
        option("requests-per-second", "0");
        property("camel.main.auto-configuration-log-summary", "false");
    }

    @AfterEach
    protected void stop() {
        camel.stop();
    }

    /** Sets an option of the component. */
    protected void option(String name, String value) {
        property("camel.component.bitrix24-im." + name, value);
    }

    protected void property(String name, String value) {
        camel.addInitialProperty(name, value);
    }

    /** Has the component act with the webhook of the user who reads. */
    protected void authorise() {
        option("portal-url", portal.url());
        option("user-id", "7");
        option("secret", reader.secret());
    }

    /** Waits until the portal has recorded something and every bit of it was acknowledged. */
    protected void awaitAllAcknowledged() {
        portal.await(p -> !p.recorded(7).isEmpty() && p.pending(7).isEmpty(), SOON);
    }
}
