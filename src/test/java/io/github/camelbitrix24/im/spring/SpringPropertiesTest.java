package io.github.camelbitrix24.im.spring;

import java.util.Map;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Complaint;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.auth.FileTokenStore;
import io.github.camelbitrix24.im.auth.TokenStore;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The component's properties in Spring Boot. */
class SpringPropertiesTest {

    private static final String SECRET = "k3x9s3cr3tw4n7";

    private final SpringApp app = new SpringApp();
    private LogWatch log;

    @BeforeEach
    void watch() {
        log = LogWatch.everything();
    }

    @AfterEach
    void nothingSecretWasLogged() {
        app.close();
        log.close();
        assertEquals("", String.join("\n", log.linesWith(SECRET)));
    }

    @Test
    void propertiesOfEveryTypeReachTheComponent() {
        app.option("portal-url", "https://acme.example").option("user-id", 7).option("secret", SECRET)
                .option("busy-delay", "3s").option("ack-interval", "1500").option("settle-time", 0).option("delay", "1m")
                .option("limit", "5").option("max-response-size", "2048").option("requests-per-second", "0.5")
                .option("batching", "true").option("event-types", "ONIMV2MESSAGEADD").option("bridge-error-handler", "true")
                .start();

        assertEquals("https://acme.example", app.options().getPortalUrl());
        assertEquals("7", app.options().getUserId());
        assertEquals(SECRET, app.options().getSecret());
        assertEquals(3_000, app.options().getBusyDelay());
        assertEquals(1_500, app.options().getAckInterval());
        assertEquals(0, app.options().getSettleTime());
        assertEquals(60_000, app.component().getDelay());
        assertEquals(5, app.options().getLimit());
        assertEquals(2_048, app.options().getMaxResponseSize());
        assertEquals(0.5, app.options().getRequestsPerSecond());
        assertTrue(app.options().isBatching());
        assertEquals("ONIMV2MESSAGEADD", app.options().getEventTypes());
        assertTrue(app.component().isBridgeErrorHandler());
    }

    @ParameterizedTest
    @ValueSource(strings = { "portal-url", "portalUrl", "portal_url", "PORTALURL" })
    void namesAreTakenInAllFormsOfSpringBoot(String name) {
        app.option(name, "https://acme.example").start();

        assertEquals("https://acme.example", app.options().getPortalUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = { "${acme.portal}", "{{acme.portal}}", "${acme.none:https://acme.example}" })
    void placeholdersAreReplaced(String value) {
        app.property("acme.portal", "https://acme.example").option("portal-url", value).start();

        assertEquals("https://acme.example", app.options().getPortalUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = { "dialog-id", "limit", "credentials" })
    void anOptionalPlaceholderWithoutAValueCountsAsNotSet(String name) {
        app.option(name, "{{?acme.none}}").start();

        assertNull(app.options().getDialogId());
        assertNull(app.options().getCredentials());
        assertEquals(1_000, app.options().getLimit());
    }

    @ParameterizedTest
    @ValueSource(strings = { "#webhook", "#bean:webhook" })
    void credentialsCanBeABean(String reference) {
        WebhookCredentials webhook = new WebhookCredentials("https://acme.example/rest/7/" + SECRET);
        app.bean("webhook", WebhookCredentials.class, () -> webhook).option("credentials", reference).start();

        assertSame(webhook, app.options().getCredentials());
    }

    @Test
    void everyOptionThatIsAnObjectTakesABean() {
        app.bean("memory", IdempotentRepository.class, MemoryIdempotentRepository::new)
                .bean("tokens", TokenStore.class, () -> new FileTokenStore("target/none"))
                .bean("tls", SSLContextParameters.class, SSLContextParameters::new)
                .option("idempotent-repository", "#memory").option("token-store", "#tokens")
                .option("ssl-context-parameters", "#tls").start();

        assertInstanceOf(MemoryIdempotentRepository.class, app.options().getIdempotentRepository());
        assertInstanceOf(FileTokenStore.class, app.options().getTokenStore());
        assertSame(app.camel().getRegistry().lookupByName("tls"), app.options().getSslContextParameters());
    }

    @Test
    void aComponentOfTheApplicationTakesItsPlace() {
        Bitrix24ImComponent own = new Bitrix24ImComponent();
        app.bean("bitrix24-im", Bitrix24ImComponent.class, () -> own).option("limit", "5").start();

        assertSame(own, app.component());
        assertEquals(1_000, own.getConfiguration().getLimit());
    }

    @ParameterizedTest
    @CsvSource({
            "limit, abc, It takes a whole number", "limit, '', It takes a whole number", "limit, 5s, It takes a whole number",
            "delay, soon, It takes a time", "requests-per-second, two, It takes a number",
            "batching, perhaps, It takes true or false", "credentials, webhook, such as #name",
            "credentials, #nobody, 'refers to #nobody, and there is no such bean'",
            "idempotent-repository, #bean:nobody, refers to #bean:nobody",
            "token-store, #camelContext, no such bean of the type io.github.camelbitrix24.im.auth.TokenStore" })
    void aValueOfTheWrongTypeKeepsTheApplicationFromStarting(String name, String value, String expected) {
        app.option("portal-url", "https://acme.example").option("user-id", "7").option("secret", SECRET).option(name, value);

        String why = why();

        assertTrue(why.contains(SpringApp.PREFIX + name), why);
        assertTrue(why.contains(expected), why);
    }

    @Test
    void aMisspelledOptionKeepsTheApplicationFromStarting() {
        app.option("portal-url", "https://acme.example").option("limits", "5");

        String why = why();

        assertTrue(why.contains(SpringApp.PREFIX + "limits (\"" + SpringApp.PREFIX + "limits\" from property source"), why);
        assertTrue(why.contains("The options are access-token, ack-interval,"), why);
    }

    @Test
    void aPlaceholderThatLeadsNowhereIsNamed() {
        app.option("secret", SECRET + "${ACME_SECRET}");

        String why = why();

        assertTrue(why.contains(SpringApp.PREFIX + "secret"), why);
        assertTrue(why.contains("Set ACME_SECRET"), why);
    }

    static Stream<Map.Entry<String, String>> secretsInTheWrongPlace() {
        return Stream.of(
                Map.entry("secrett", SECRET), Map.entry("secret.value", SECRET), Map.entry("refresh-tokens", SECRET),
                Map.entry("credentials", "https://acme.example/rest/7/" + SECRET + "/"),
                Map.entry("credentials", "#https://acme.example/rest/7/" + SECRET + "/"),
                Map.entry("credentials", "#class:io.github.camelbitrix24.im.auth.Nothing('" + SECRET + "')"),
                Map.entry("limit", SECRET), Map.entry("allow-insecure-http", SECRET), Map.entry("connect-timeout", SECRET));
    }

    @ParameterizedTest
    @MethodSource("secretsInTheWrongPlace")
    void aSecretInTheWrongPlaceIsNotShown(Map.Entry<String, String> misplaced) {
        app.option(misplaced.getKey(), misplaced.getValue());

        assertTrue(why().contains(SpringApp.PREFIX + misplaced.getKey()));
    }

    /** What Spring Boot prints when the application does not start. */
    private String why() {
        String thrown = Complaint.of(assertThrows(Exception.class, app::start));
        assertFalse(thrown.contains(SECRET), thrown);
        String report = String.join("\n", log.linesWith("APPLICATION FAILED TO START"));
        assertFalse(report.isEmpty(), String.join("\n", log.lines()));
        return report;
    }
}
