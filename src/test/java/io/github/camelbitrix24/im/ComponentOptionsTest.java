package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.Map;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Options set once on the component hold for its endpoints, bound as every runtime binds them. */
class ComponentOptionsTest extends StartTest {

    private Bitrix24ImConfiguration configured(Map<String, Object> options, String endpointOptions) throws Exception {
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        boolean all = PropertyBindingSupport.build().withConfigurer(component.getComponentPropertyConfigurer())
                .withIgnoreCase(true).withRemoveParameters(true).bind(context, component, new HashMap<>(options));
        assertTrue(all);
        startFrom("bitrix24-im:events?startScheduler=false" + endpointOptions);
        return endpoint().getConfiguration();
    }

    private Bitrix24ImEndpoint endpoint() {
        return (Bitrix24ImEndpoint) context.getRoutes().get(0).getEndpoint();
    }

    private static Map<String, Object> webhook(Map<String, Object> more) {
        Map<String, Object> options
                = new HashMap<>(Map.of("portalUrl", "https://acme.example", "userId", "7", "secret", SECRET));
        options.putAll(more);
        return options;
    }

    @Test
    void everyKindOfOptionReachesTheEndpoint() throws Exception {
        Bitrix24ImConfiguration configuration = configured(webhook(Map.of(
                "limit", "5", "busyDelay", "3s", "eventTypes", "ONIMV2MESSAGEADD", "batching", "true", "includeOwn", "false",
                "concurrency", "4", "settleTime", "0", "dialogId", "chat5", "delay", "1m", "responseTimeout", "9000")), "");

        assertEquals(5, configuration.getLimit());
        assertEquals(3_000, configuration.getBusyDelay());
        assertEquals("ONIMV2MESSAGEADD", configuration.getEventTypes());
        assertTrue(configuration.isBatching());
        assertFalse(configuration.isIncludeOwn());
        assertEquals(4, configuration.getConcurrency());
        assertEquals(0, configuration.getSettleTime());
        assertEquals("chat5", configuration.getDialogId());
        assertEquals(60_000, endpoint().getDelay());
        assertEquals(9_000, configuration.getResponseTimeout());
        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit", "LIMIT", "configuration.limit" })
    void namesAreTakenInTheFormsThatRuntimesUse(String name) throws Exception {
        assertEquals(5, configured(webhook(Map.of(name, "5")), "").getLimit());
    }

    @Test
    void anEndpointsOwnOptionsTakePrecedence() throws Exception {
        Bitrix24ImConfiguration configuration
                = configured(webhook(Map.of("limit", "5", "batching", "true", "delay", "1m")),
                        "&limit=7&batching=false&delay=2s");

        assertEquals(7, configuration.getLimit());
        assertFalse(configuration.isBatching());
        assertEquals(2_000, endpoint().getDelay());
    }

    @Test
    void anEndpointsOptionsAreItsOwn() throws Exception {
        configured(webhook(Map.of("limit", "5")), "&limit=7");

        Bitrix24ImEndpoint other = context.getEndpoint("bitrix24-im:subscribe", Bitrix24ImEndpoint.class);

        assertEquals(5, other.getConfiguration().getLimit());
    }

    @Test
    void aBeanOfCredentialsCanBeNamed() throws Exception {
        context.getRegistry().bind("acme", new WebhookCredentials("https://acme.example/rest/7/" + SECRET));

        configured(Map.of("credentials", "#bean:acme"), "");

        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = { "bridgeErrorHandler", "bridge-error-handler", "BridgeErrorHandler" })
    void whatCamelSetsIsTakenInEverySpelling(String name) throws Exception {
        configured(webhook(Map.of()), "&" + name + "=true");

        assertTrue(endpoint().isBridgeErrorHandler());
        assertFalse(endpoint().isLazyStartProducer());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "portal-url=https://acme.example&client-id=i&client-secret=x&refresh-token=r", "Credentials=#acme",
            "PORTAL-URL=https://acme.example&USER-ID=8&SECRET=other" })
    void anEndpointsOwnCredentialsTakePrecedenceInEverySpelling(String own) throws Exception {
        context.getRegistry().bind("acme", new WebhookCredentials("https://acme.example/rest/8/other"));

        configured(Map.of("credentials", new WebhookCredentials("https://other.example/rest/7/" + SECRET)), "&" + own);

        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=5&limit=6", "limit=5&Limit=5", "event-types=A&eventTypes=B" })
    void anOptionThatIsSetTwiceIsRefused(String options) {
        String why = whyNotFrom("bitrix24-im:events?" + WEBHOOK + "&" + options);

        assertTrue(why.contains(" is set more than once."), why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "requests-per-second=two", "Ack-Interval=soon", "SETTLETIME=soon" })
    void whatCannotBeReadIsRefusedInEverySpelling(String option) {
        assertTrue(whyNotFrom("bitrix24-im:events?" + WEBHOOK + "&" + option).contains(" must be a "));
    }
}
