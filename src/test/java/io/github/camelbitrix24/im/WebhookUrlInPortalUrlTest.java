package io.github.camelbitrix24.im;

import java.io.IOException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A whole webhook URL in {@code portalUrl}, the commonest mistake: refused with the three options to set, and nobody
 * gets to see the secret.
 */
class WebhookUrlInPortalUrlTest extends StartTest {

    private static final String URL = "https://acme.example/rest/7/" + SECRET + "/";

    @BeforeEach
    void watchWhatIsOurs() {
        leaveOutWhatCamelSaysBeforeWeAreAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "bitrix24-im:events?portalUrl=" + URL,
            "bitrix24-im:events?portalUrl=RAW(" + URL + ")",
            "bitrix24-im:events?limit=5&portalUrl=https%3A%2F%2Facme.example%2Frest%2F7%2F" + SECRET + "%2F",
            "bitrix24-im:events?portalUrl=https://acme.example/REST/7/" + SECRET + "&userId=7&secret=" + SECRET,
            "bitrix24-im:events?portalUrl=" + URL + "profile.json" })
    void itIsRefusedInFrom(String uri) {
        assertShowsWhatToSet(whyNotFrom(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "bitrix24-im:send?dialogId=chat5&portalUrl=" + URL,
            "bitrix24-im:subscribe?portalUrl=RAW(" + URL + ")",
            "bitrix24-im:call?method=profile&portalUrl=https%3A%2F%2Facme.example%2Frest%2F7%2F" + SECRET })
    void itIsRefusedInTo(String uri) {
        assertShowsWhatToSet(whyNotTo(uri));
    }

    @Test
    void itIsRefusedWhenATemplateSendsThere() throws IOException {
        context.start();
        assertShowsWhatToSet(why(() -> template.sendBody("bitrix24-im:send?dialogId=chat5&portalUrl=" + URL, "hello")));
    }

    @Test
    void itIsRefusedInADynamicTo() throws Exception {
        routes(r -> r.from("direct:in").toD("bitrix24-im:send?dialogId=${header.dialog}&portalUrl=" + URL));
        assertShowsWhatToSet(
                why(() -> template.sendBodyAndHeader("direct:in", "hello", "dialog", "5")));
    }

    @Test
    void itIsRefusedAsAnOptionOfTheComponent() {
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        component.getConfiguration().setPortalUrl(URL);
        assertShowsWhatToSet(whyNotFrom("bitrix24-im:events"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "bitrix24-im:events?limit=0&portalUrl=", "bitrix24-im:events?limits=5&portalUrl=",
            "bitrix24-im:events?credentials=#missing&portalUrl=", "bitrix24-im:evnts?portalUrl=" })
    void aSecondMistakeDoesNotShowItEither(String uri) {
        assertNotEquals("", whyNotFrom(uri + URL));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "secret=" + URL + "&userId=7&portalUrl=https://acme.example",
            "userId=" + URL + "&secret=x&portalUrl=https://acme.example", "credentials=" + URL,
            "credentials=RAW(" + URL + ")" })
    void inAnyOtherOptionItIsNotShownEither(String options) {
        assertNotEquals("", whyNotFrom("bitrix24-im:events?" + options));
    }

    private static void assertShowsWhatToSet(String why) {
        assertTrue(why.contains("portalUrl=https://HOST, userId=USER and secret=SECRET"), why);
    }
}
