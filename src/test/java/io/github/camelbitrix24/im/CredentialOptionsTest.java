package io.github.camelbitrix24.im;

import java.util.List;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which options together make credentials; anything else is refused when a route starts, by the option's name. */
class CredentialOptionsTest extends StartTest {

    @BeforeEach
    void bind() {
        bindCredentials();
    }

    @Test
    void noCredentialsAreRefusedWithTheOptionsThatMakeThem() {
        String why = whyNotFrom("bitrix24-im:events");

        assertTrue(why.contains("No credentials."), why);
        assertTrue(why.contains("portalUrl, userId and secret") && why.contains("option credentials"), why);
        assertTrue(whyNotTo("bitrix24-im:subscribe").contains("No credentials."));
    }

    @ParameterizedTest
    @CsvSource({
            "portalUrl, userId=7&secret=" + SECRET,
            "userId, " + PORTAL + "&secret=" + SECRET,
            "secret, " + PORTAL + "&userId=7",
            "userId, " + PORTAL,
            "portalUrl, userId=7",
            "portalUrl, secret=" + SECRET })
    void halfOfAWebhookIsRefusedByTheNameOfTheMissingOption(String missing, String options) {
        String expected = "Option " + missing + " is missing: an incoming webhook needs portalUrl, userId and secret.";

        String from = whyNotFrom("bitrix24-im:events?" + options);
        assertTrue(from.contains(expected), from);
        String to = whyNotTo("bitrix24-im:send?dialogId=chat5&" + options);
        assertTrue(to.contains(expected), to);
    }

    @ParameterizedTest
    @ValueSource(strings = { WEBHOOK, PORTAL, "userId=7", "secret=" + SECRET })
    void aBeanTogetherWithPartsOfAWebhookIsRefused(String parts) {
        String why = whyNotFrom("bitrix24-im:events?credentials=#reader&" + parts);

        assertTrue(why.contains("Both the option credentials and one of portalUrl, userId, secret are set."), why);
    }

    @Test
    void bothKindsOnTheComponentAreRefused() {
        Bitrix24ImConfiguration configuration = component().getConfiguration();
        configuration.setCredentials(new WebhookCredentials("https://acme.example/rest/7/" + SECRET));
        configuration.setSecret(SECRET);

        String why = whyNotFrom("bitrix24-im:events");

        assertTrue(why.contains("Both the option credentials and one of"), why);
    }

    @ParameterizedTest
    @CsvSource({
            "secret, userId=7&secret=" + SECRET + "/profile",
            "secret, userId=7&secret=RAW(../" + SECRET + ")",
            "secret, userId=7&secret=RAW(" + SECRET + "?x=1)",
            "secret, userId=7&secret=RAW(" + SECRET + " )",
            "userId, userId=7/x&secret=" + SECRET,
            "userId, userId=RAW(a b)&secret=" + SECRET })
    void aPartThatWouldChangeThePathIsRefused(String option, String options) {
        String why = whyNotFrom("bitrix24-im:events?" + PORTAL + "&" + options);

        assertTrue(why.contains("Option " + option + " has characters that no webhook has"), why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "robin", "-7", "7.0", "0", "000", "0x7", "7e0", "12345678901", "user7" })
    void aUserThatIsNoNumberIsRefused(String user) {
        for (String own : List.of("secret=" + SECRET, "clientId=i&clientSecret=" + SECRET + "&refreshToken=r")) {
            String why = whyNotFrom("bitrix24-im:events?" + PORTAL + "&userId=" + user + "&" + own);

            assertTrue(why.contains("Option userId is not a user's number: write the 7 of https://HOST/rest/7/SECRET/."), why);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "7", "07", "4294967295" })
    void aUsersNumberIsTaken(String user) throws Exception {
        startFrom("bitrix24-im:events?" + PORTAL + "&userId=" + user + "&secret=" + SECRET + IDLE);

        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    @Test
    void aWebhookWithALoginIsTakenAsABean() throws Exception {
        context.getRegistry().bind("robin", new WebhookCredentials("https://acme.example/rest/robin/" + SECRET + "/"));

        startFrom("bitrix24-im:events?credentials=#robin" + IDLE);

        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    @Test
    void aBeanThatIsNotThereIsRefusedByTheNameOfTheOption() {
        String why = whyNotFrom("bitrix24-im:events?credentials=#nobody");

        assertTrue(why.contains("credentials") && why.contains("nobody"), why);
    }

    @Test
    void anEndpointsWebhookReplacesTheComponentsBean() throws Exception {
        component().getConfiguration().setCredentials(new WebhookCredentials("https://other.example/rest/8/other"));

        startFrom("bitrix24-im:events?" + WEBHOOK + IDLE);

        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    @Test
    void anEndpointsBeanReplacesTheComponentsWebhook() throws Exception {
        component().getConfiguration().setPortalUrl("https://other.example");
        component().getConfiguration().setUserId("8");
        component().getConfiguration().setSecret("other");

        startFrom("bitrix24-im:events?credentials=#reader" + IDLE);

        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    @Test
    void anEndpointCompletesWhatTheComponentBegins() throws Exception {
        component().getConfiguration().setPortalUrl("https://acme.example");

        startFrom("bitrix24-im:events?userId=7&secret=" + SECRET + IDLE);

        assertEquals("https://acme.example", endpoint().getServiceUrl());
    }

    private Bitrix24ImComponent component() {
        return context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
    }

    private Bitrix24ImEndpoint endpoint() {
        return (Bitrix24ImEndpoint) context.getRoutes().get(0).getEndpoint();
    }
}
