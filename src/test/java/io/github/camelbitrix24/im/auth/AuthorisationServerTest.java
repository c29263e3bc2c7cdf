package io.github.camelbitrix24.im.auth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Who may get the client's secret. */
class AuthorisationServerTest {

    private static String url(AuthorisationServer server) {
        return server.address().url() + server.path();
    }

    @ParameterizedTest
    @CsvSource({
            "https://oauth.bitrix24.tech/rest/, https://oauth.bitrix24.tech/oauth/token/",
            "https://OAuth.Bitrix.info/rest/, https://oauth.bitrix.info/oauth/token/",
            "https://oauth.bitrix24.tech:8443/elsewhere/, https://oauth.bitrix24.tech/oauth/token/",
            "http://oauth.bitrix24.tech/rest/, https://oauth.bitrix.info/oauth/token/",
            "https://oauth.bitrix.info.evil.example/rest/, https://oauth.bitrix.info/oauth/token/",
            "https://evil.example/rest/?oauth.bitrix24.tech, https://oauth.bitrix.info/oauth/token/",
            "https://oauth.bitrix24.tech@evil.example/rest/, https://oauth.bitrix.info/oauth/token/",
            "not a url, https://oauth.bitrix.info/oauth/token/" })
    void tokensNameAKnownServerOrNone(String endpoint, String expected) {
        TokenPair pair = new TokenPair("a", "r", "c", null, endpoint, null);
        OAuthCredentials credentials = OAuthCredentials.of("https://acme.example").client("c", "s").tokens("a", "r").build();
        assertEquals(expected, url(credentials.serverFor(pair)));
    }

    @Test
    void theConfiguredServerWins() {
        TokenPair pair = new TokenPair("a", "r", "c", null, "https://oauth.bitrix24.tech/rest/", null);
        OAuthCredentials credentials = OAuthCredentials.of("https://acme.example").client("c", "s").tokens("a", "r")
                .oauthUrl("https://auth.example").build();
        assertEquals("https://auth.example/oauth/token/", url(credentials.serverFor(pair)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:8080/oauth/token/", "http://localhost/oauth/token/", "https://a.example/t" })
    void aServerMayBeConfigured(String url) {
        assertEquals(url, url(AuthorisationServer.parse(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://c4nary.example/", "ftp://c4nary.example/", "c4nary", "https://c4nary@a.example/",
            "https://a.example/?x=c4nary", "https://a.example/#c4nary", "" })
    void anUnsafeServerIsRefusedWithoutShowingIt(String url) {
        String why = assertThrows(IllegalArgumentException.class, () -> AuthorisationServer.parse(url)).getMessage();
        assertFalse(why.contains("c4nary"), why);
    }
}
