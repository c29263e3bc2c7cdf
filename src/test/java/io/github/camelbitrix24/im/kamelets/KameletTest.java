package io.github.camelbitrix24.im.kamelets;

import java.time.Duration;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The kamelets of this jar in Camel Main on an emulated portal. Polls are quick, and no credentials are set.
 */
abstract class KameletTest {

    static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    final Main camel = new Main();
    PortalEmulator portal;
    EmulatedUser reader;

    @BeforeEach
    void connect() {
        portal = emulator.portal();
        reader = portal.user(7);
        portal.chat("chat5").members(7, 12);
        component("delay", "100");
        component("busy-delay", "100");
        component("settle-time", "0");
        component("requests-per-second", "0");
        camel.addInitialProperty("camel.main.auto-configuration-log-summary", "false");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    void component(String option, String value) {
        camel.addInitialProperty("camel.component.bitrix24-im." + option, value);
    }

    void configureComponent() {
        camel.bind("reader", new WebhookCredentials(reader.webhook()));
        component("credentials", "#bean:reader");
    }

    void start(LambdaRouteBuilder routes) {
        camel.configure().addLambdaRouteBuilder(routes);
        camel.start();
    }

    Object request(String uri, Object body, String header, String value) {
        return camel.getCamelContext().createFluentProducerTemplate().to(uri).withBody(body).withHeader(header, value)
                .request();
    }

    /** The properties that name the emulated portal and its user 7. */
    String credentials() {
        return credentials(portal, reader);
    }

    static String credentials(PortalEmulator portal, EmulatedUser user) {
        return "portalUrl=" + portal.url() + "&userId=" + user.id() + "&secret=" + user.secret();
    }

    void awaitAcknowledged() {
        portal.await(p -> !p.recorded(7).isEmpty() && p.pending(7).isEmpty(), SOON);
    }
}
