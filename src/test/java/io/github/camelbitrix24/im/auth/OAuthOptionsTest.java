package io.github.camelbitrix24.im.auth;

import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.testkit.TokenPair;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which options make an OAuth application; anything else is refused by the option's name and without its value. */
class OAuthOptionsTest extends OAuthRouteTest {

    private static final String COMPLETE
            = "portalUrl=http://127.0.0.1:1&clientId=c4nary-i&clientSecret=c4nary-s&accessToken=c4nary-a&refreshToken=c4nary-r";

    private String whyNot(String options) {
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).setConfiguration(new Bitrix24ImConfiguration());
        String why = assertThrows(ResolveEndpointFailedException.class, () -> context.getEndpoint(WHO + "&" + options))
                .getMessage();
        assertFalse(why.contains("c4nary"), why);
        return why;
    }

    private String whoAt(String options) {
        context.start();
        return template.requestBody(WHO + "&" + options, null, Map.class).get("ID").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = { "portalUrl", "clientId", "clientSecret", "refreshToken" })
    void whatIsMissingIsNamed(String option) {
        String why = whyNot(("&" + COMPLETE).replaceAll("&" + option + "=[^&]*", "").substring(1));
        assertTrue(why.contains("Option " + option + " is missing: an OAuth application needs"), why);
    }

    @ParameterizedTest
    @CsvSource({
            "secret, userId=7&secret=c4nary",
            "tokenStore, tokenFile=x.json&tokenStore=#class:io.github.camelbitrix24.im.auth.FileTokenStore('y')",
            "tokenFile, tokenFile=",
            "userId, userId=a/b",
            "clientSecret, clientSecret=RAW(c4nary x)",
            "oauthUrl, oauthUrl=http://oauth.bitrix.info/oauth/token/",
            "oauthUrl, oauthUrl=ftp://oauth.bitrix.info/oauth/token/",
            "oauthUrl, oauthUrl=RAW(https://oauth.bitrix.info/oauth/token/?client_secret=c4nary)" })
    void whatDoesNotFitIsNamed(String option, String more) {
        String why = whyNot(COMPLETE.replaceAll("&" + more.split("=")[0] + "=[^&]*", "") + "&" + more);
        assertTrue(why.contains(option), why);
    }

    @Test
    void aBeanTogetherWithOptionsIsRefused() {
        context.getRegistry().bind("app", OAuthCredentials.of("http://127.0.0.1:1").client("i", "s").tokens("a", "r").build());
        assertTrue(whyNot("credentials=#app&tokenFile=x.json").contains("Both the option credentials and one of accessToken"));
    }

    @Test
    void aBeanHoldsItAll() {
        context.getRegistry().bind("app", OAuthCredentials.of(portal.url())
                .client(application.clientId(), application.clientSecret())
                .tokens(tokens.accessToken(), tokens.refreshToken()).oauthUrl(application.tokenUrl()).build());
        application.expireAccessTokens();
        assertEquals("7", whoAt("credentials=#app"));
        assertEquals(1, refreshes().size());
    }

    @Test
    void anEndpointsWebhookReplacesTheComponentsApplication() {
        String[] webhook = portal.user(12).webhook().split("/");
        assertEquals("12", whoAt("userId=12&secret=" + webhook[webhook.length - 1]));
    }

    @Test
    void anEndpointsApplicationReplacesTheComponentsWebhook() {
        Bitrix24ImConfiguration webhook = new Bitrix24ImConfiguration();
        webhook.setPortalUrl(portal.url());
        webhook.setUserId("12");
        webhook.setSecret("c4nary");
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).setConfiguration(webhook);
        assertEquals("7", whoAt("clientId=" + application.clientId() + "&clientSecret=" + application.clientSecret()
                                + "&accessToken=" + tokens.accessToken() + "&refreshToken=" + tokens.refreshToken()));
    }

    @Test
    void anEndpointsTokensDoNotGetIntoTheComponentsFile() {
        configuration().setTokenFile(tokenFile().toString());
        TokenPair other = application.tokens(12);
        application.expireAccessTokens();
        assertEquals("7", who(context));
        assertEquals("12", whoAt("accessToken=" + other.accessToken() + "&refreshToken=" + other.refreshToken()));
        assertEquals("7", who(context));
    }

    @Test
    void anEndpointMayAddTheFile() {
        application.expireAccessTokens();
        assertEquals("7", whoAt("tokenFile=" + tokenFile()));
        assertTrue(tokenFile().toFile().isFile());
    }

    @Test
    void theUserIsNamedWithoutASecret() {
        OAuthCredentials unnamed = OAuthCredentials.of("https://acme.example").client("c4nary-i", "c4nary-s")
                .tokens("c4nary-a", "c4nary-r").build();
        assertTrue(unnamed.user().matches("client-[0-9a-f]{8}"), unnamed.user());
        assertFalse(unnamed.toString().contains("c4nary"), unnamed.toString());
    }
}
