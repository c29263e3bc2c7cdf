package io.github.camelbitrix24.im.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Calls go through a proxy that Camel's own components http and https are told of.
 */
class ProxySettingsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "letmethr0ugh";

    private final Main camel = new Main();
    private PortalEmulator portal;
    private ForwardingProxy proxy;

    @AfterEach
    void stop() {
        camel.stop();
        proxy.close();
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void callsTakeTheWayThroughAProxy(boolean tls) throws Exception {
        start(tls, null);

        assertEquals(7L, profile());
        assertFalse(proxy.requests().isEmpty());
        assertTrue(proxy.requests().get(0).startsWith(tls ? "CONNECT " : "POST http://"), proxy.requests()::toString);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aProxyThatWantsAPasswordGetsIt(boolean tls) throws Exception {
        configureAuthentication(tls, PASSWORD);
        start(tls, "robin:" + PASSWORD);

        assertEquals(7L, profile());
        assertFalse(proxy.requests().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aProxyThatRefusesIsAFailureThatSaysSo(boolean tls) throws Exception {
        configureAuthentication(tls, "wr0ngpassw0rd");
        start(tls, "robin:" + PASSWORD);

        CamelExecutionException failure = assertThrows(CamelExecutionException.class, this::profile);
        assertTrue(failure.getCause() instanceof Bitrix24ImException, failure::toString);
        assertTrue(failure.getCause().getMessage().contains("407"), failure.getCause()::getMessage);
        assertFalse(failure.getCause().getMessage().contains("wr0ngpassw0rd"));
        assertEquals(List.of(), proxy.requests());
    }

    @Test
    void hostsOfTheExceptionsAreCalledDirectly() throws Exception {
        camel.addInitialProperty("camel.component.http.non-proxy-hosts", "127.*");
        start(false, null);

        assertEquals(7L, profile());
        assertEquals(List.of(), proxy.requests());
    }

    @Test
    void eventsTakeTheWayThroughAProxy() throws Exception {
        start(false, null);
        portal.chat("chat5").members(7, 12);
        portal.user(7).subscribed();
        portal.user(12).says("chat5", "hello");

        assertEquals("hello", camel.getCamelTemplate().getCamelContext().createConsumerTemplate()
                .receiveBody("bitrix24-im:events?initialDelay=0", SOON.toMillis(), Bitrix24ImEvent.class)
                .getMessage().getText());
    }

    private void configureAuthentication(boolean tls, String password) {
        String prefix = component(tls);
        camel.addInitialProperty(prefix + "proxy-auth-username", "robin");
        camel.addInitialProperty(prefix + "proxy-auth-password", password);
    }

    private void start(boolean tls, String userAndPassword) throws Exception {
        proxy = new ForwardingProxy(userAndPassword);
        portal = tls ? PortalEmulator.builder().tls().start() : PortalEmulator.start();
        camel.addInitialProperty("camel.main.auto-configuration-log-summary", "false");
        camel.addInitialProperty(component(tls) + "proxy-host", "127.0.0.1");
        // the proxy itself is spoken to in plain http, also on the way to https
        camel.addInitialProperty(component(tls) + "proxy-auth-scheme", "http");
        camel.addInitialProperty(component(tls) + "proxy-port", String.valueOf(proxy.port()));
        option("portal-url", portal.url());
        option("user-id", "7");
        option("secret", portal.user(7).secret());
        if (tls) {
            SSLContextParameters trusting = new SSLContextParameters() {
                @Override
                public SSLContext createSSLContext(CamelContext context) {
                    return PortalEmulator.trustingClient();
                }
            };
            camel.bind("trusting", trusting);
            option("ssl-context-parameters", "#trusting");
        }
        camel.start();
    }

    private Long profile() throws Exception {
        return Long.valueOf(String.valueOf(
                camel.getCamelTemplate().requestBody("bitrix24-im:call?method=profile", null, Map.class).get("ID")));
    }

    private void option(String name, String value) {
        camel.addInitialProperty("camel.component.bitrix24-im." + name, value);
    }

    private static String component(boolean tls) {
        return "camel.component." + (tls ? "https" : "http") + ".";
    }
}
