package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The component's properties in Camel Main. */
class MainPropertiesTest {

    private static final String SECRET = "k3x9s3cr3tw4n7";
    private static final String PREFIX = "camel.component.bitrix24-im.";

    private final Main main = new Main();
    private LogWatch log;

    @BeforeEach
    void watch() {
        // at DEBUG Camel Main shows every property as it is
        log = LogWatch.everything().at("org.apache.camel.main", Level.INFO);
    }

    @AfterEach
    void nothingSecretWasLogged() {
        main.stop();
        log.close();
        assertEquals("", String.join("\n", log.linesWith(SECRET)));
    }

    private void start(Map<String, String> properties) {
        properties.forEach((name, value) -> main.addInitialProperty(PREFIX + name, value));
        main.configure().addLambdaRouteBuilder(
                r -> r.from("bitrix24-im:events?startScheduler=false").to("bitrix24-im:send?dialogId=chat5"));
        main.start();
    }

    private List<Bitrix24ImEndpoint> endpoints() {
        return main.getCamelContext().getEndpoints().stream().map(Bitrix24ImEndpoint.class::cast).toList();
    }

    @Test
    void propertiesWithDashesReachTheEndpoints() {
        start(Map.of("portal-url", "https://acme.example", "user-id", "7", "secret", SECRET, "busy-delay", "3s", "limit", "5"));

        assertEquals(2, endpoints().size());
        endpoints().forEach(endpoint -> {
            assertEquals("https://acme.example", endpoint.getServiceUrl());
            assertEquals(3_000, endpoint.getConfiguration().getBusyDelay());
            assertEquals(5, endpoint.getConfiguration().getLimit());
        });
    }

    @Test
    void propertiesInCamelCaseDoToo() {
        start(Map.of("portalUrl", "https://acme.example", "userId", "7", "secret", SECRET));

        assertEquals("https://acme.example", endpoints().get(0).getServiceUrl());
    }

    @ParameterizedTest
    @CsvSource({
            "limits, 5, limits", "limit, 0, limit", "limit, abc, limit", "secret, , secret", "user-id, , user-id",
            "portal-url, http://acme.example, portalUrl", "user-id, robin, userId" })
    void aBadPropertyKeepsTheApplicationFromStarting(String name, String value, String named) {
        Map<String, String> properties = new HashMap<>(
                Map.of("portal-url", "https://acme.example", "user-id", "7", "secret", SECRET));
        properties.put(name, value == null ? "" : value);

        String why = Complaint.of(assertThrows(Exception.class, () -> start(properties)));

        assertTrue(why.contains(named), why);
        assertFalse(why.contains(SECRET), why);
    }

    @ParameterizedTest
    @CsvSource({
            "credentials, #nobody, io.github.camelbitrix24.im.auth.Credentials",
            "token-store, #nobody, io.github.camelbitrix24.im.auth.TokenStore",
            "idempotent-repository, #nobody, org.apache.camel.spi.IdempotentRepository",
            "ssl-context-parameters, #nobody, org.apache.camel.support.jsse.SSLContextParameters" })
    void aBeanThatIsNotThereIsNamedWithItsType(String name, String value, String type) {
        String why = Complaint.of(assertThrows(Exception.class, () -> start(Map.of(name, value))));

        assertTrue(why.contains(" refers to the bean 'nobody', but the registry has none of that name. Bind one of the type "
                                + type),
                why);
    }

    @Test
    void aBeanThatIsLookedUpByCamelItselfIsNamedWithTheOption() {
        String why = Complaint.of(assertThrows(Exception.class, () -> start(Map.of("credentials", "#bean:nobody"))));

        assertTrue(why.contains("camel.component.bitrix24-im.credentials=#bean:nobody"), why);
        assertTrue(why.contains("No bean could be found in the registry for: nobody"), why);
    }

    @Test
    void aWebhookUrlInThePortalsPropertyIsRefusedWithoutShowingIt() {
        Map<String, String> properties = Map.of("portal-url", "https://acme.example/rest/7/" + SECRET + "/");

        String why = Complaint.of(assertThrows(Exception.class, () -> start(properties)));

        assertTrue(why.contains("Option portalUrl"), why);
        assertFalse(why.contains(SECRET), why);
    }

    @Test
    void theNumberOfConcurrentPollsIsTheOneThatWasSet() {
        start(Map.of("portal-url", "https://acme.example", "user-id", "7", "secret", SECRET, "max-concurrent-polls", "3"));

        Bitrix24ImComponent component = main.getCamelContext().getComponent("bitrix24-im", Bitrix24ImComponent.class);
        assertEquals(3, component.workplace().concurrentPolls());
    }

    @Test
    void noPollsAtAllAreRefused() {
        String why = Complaint.of(assertThrows(Exception.class, () -> start(Map.of("portal-url", "https://acme.example",
                "user-id", "7", "secret", SECRET, "max-concurrent-polls", "0"))));

        assertTrue(why.contains("maxConcurrentPolls is 0: set it to 1 or more"), why);
    }
}
