package io.github.camelbitrix24.im;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Camel takes a secret option in many spellings and forms. An endpoint shows it in none, and what cannot be used is
 * refused without a look at it.
 */
class SecretSpellingsTest extends StartTest {

    private static final String APPLICATION = PORTAL + "&clientId=i&refreshToken=r&";

    @BeforeEach
    void watchWhatIsOurs() {
        leaveOutWhatCamelSaysBeforeWeAreAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Secret", "SECRET", "sEcReT", "%53ecret", "%2553ecret", "?secret", "?&&secret", "'secret'", "%22secret%22",
            "se-cret",
            "-secret", "configuration.secret", "Configuration.Secret", "?'SECRET'" })
    void aWebhooksSecretIsMaskedInEverySpelling(String name) throws Exception {
        startFrom("bitrix24-im:events?" + PORTAL + "&userId=7" + IDLE + (name.startsWith("?&&") ? "" : "&")
                  + name.replace("?&&", "&") + "=" + SECRET);

        assertEquals(SECRET, ofTheRoute().getSecret());
        assertShownNowhere(SECRET);
    }

    static Stream<Map.Entry<String, String>> formsOfClientSecret() {
        return Stream.of(
                Map.entry("clientSecret=RAW(ab)#)", "ab)#"), Map.entry("clientSecret=RAW{ab}#}", "ab}#"),
                Map.entry("clientSecret=RAW(ab&c=#)", "ab&c=#"), Map.entry("clientSecret=RAW(ab&secret=#)", "ab&secret=#"),
                Map.entry("ClientSecret=RAW{a)b&#}", "a)b&#"), Map.entry("clientSecret=RAW(a?&&#)", "a?&&#"),
                Map.entry("clientSecret=RAW%28ab)#)", "ab)#"), Map.entry("clientSecret=RAW(RAW(a)#)", "RAW(a)#"),
                Map.entry("clientSecret=RAW()#)", ")#"), Map.entry("client-secret=#", "#"), Map.entry("clientsecret=#", "#"),
                Map.entry("CLIENT-SECRET=#", "#"), Map.entry("clientSecret=a?#", "a?#"), Map.entry("clientSecret=a=#", "a=#"),
                Map.entry("clientSecret=raw(#)", "raw(#)"));
    }

    @ParameterizedTest
    @MethodSource("formsOfClientSecret")
    void anApplicationsSecretIsMaskedInEveryForm(Map.Entry<String, String> form) throws Exception {
        startFrom("bitrix24-im:events?" + APPLICATION + form.getKey().replace("#", SECRET) + IDLE);

        assertEquals(form.getValue().replace("#", SECRET), ofTheRoute().getClientSecret());
        assertShownNowhere(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = { "access-token", "accesstoken", "ACCESSTOKEN", "Access-Token" })
    void anApplicationsTokenIsMaskedInEverySpelling(String name) throws Exception {
        startFrom("bitrix24-im:events?" + APPLICATION + "client-secret=x&" + name + "=" + SECRET + IDLE);

        assertEquals(SECRET, ofTheRoute().getAccessToken());
        assertShownNowhere(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = { "client-id", "ClientId", "clientid" })
    void soIsItsId(String name) throws Exception {
        startFrom("bitrix24-im:events?" + PORTAL + "&clientSecret=x&refreshToken=r&" + name + "=" + SECRET + IDLE);

        assertEquals(SECRET, ofTheRoute().getClientId());
        assertShownNowhere(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
            "secrett, secrett=" + SECRET, "webhook, webhook=" + SECRET, "acces-tokn, acces-tokn=" + SECRET,
            "hook, hook=RAW(a)" + SECRET + ")", "limit, se-cret=" + SECRET + "&limit=0",
            "limit, clientSecret=RAW(a)" + SECRET + ")&limit=0", "limit, clientSecret=RAW{a}" + SECRET + "}&limit=0",
            "credentials, credentials=#class:no.such.Maker(" + SECRET + ")",
            "'', secret=a&=" + SECRET, "option without a value, secret=a&" + SECRET,
            "option without a value, clientSecret=a&b&" + SECRET + "&c=d",
            "secret, 'secret=" + SECRET + "&Secret=" + SECRET + "'" })
    void whatCannotBeUsedIsNamedWithoutAValue(String named, String options) {
        String from = whyNotFrom("bitrix24-im:events?" + PORTAL + "&" + options);
        assertTrue(from.contains(named), from);
        String to = whyNotTo("bitrix24-im:send?dialogId=chat5&" + PORTAL + "&" + options);
        assertTrue(to.contains(named), to);
    }

    @Test
    void aPropertyThatIsNoBeanIsNotShown() {
        context.getPropertiesComponent().addOverrideProperty("webhook", "https://acme.example/rest/7/" + SECRET + "/");

        String why = whyNotFrom("bitrix24-im:events?credentials=#property:webhook");

        assertTrue(why.contains("credentials"), why);
    }

    @Test
    void whatIsNoSecretIsShown() {
        String uri = "bitrix24-im:events?" + WEBHOOK + IDLE + "&event-types=RAW(A,B)&Scheduler=none&scheduler.pool=3";

        assertEquals("bitrix24-im://events?Scheduler=none&event-types=RAW(A,B)&portalUrl=https%3A%2F%2Facme.example"
                     + "&scheduler.pool=3&secret=xxxxxx&startScheduler=false&userId=7",
                context.getEndpoint(uri).getEndpointUri());
    }

    private Bitrix24ImConfiguration ofTheRoute() {
        return ((Bitrix24ImEndpoint) context.getRoutes().get(0).getEndpoint()).getConfiguration();
    }

    private void assertShownNowhere(String secret) {
        List<Object> shown = new ArrayList<>(context.getEndpoints());
        context.getEndpoints().forEach(endpoint -> shown.add(endpoint.getEndpointUri()));
        context.getRoutes().forEach(route -> {
            shown.add(route);
            shown.add(route.getConsumer());
        });
        DevConsoleRegistry consoles = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        for (String id : List.of("endpoint", "service", "bitrix24-im")) {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                shown.add(consoles.resolveById(id).call(type, Map.of()));
            }
        }
        shown.forEach(text -> assertFalse(text.toString().contains(secret), text.toString()));
        assertTrue(shown.toString().contains("=xxxxxx"), shown.toString());
    }
}
