package io.github.camelbitrix24.im.testkit;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E12RenamedPortalTest extends PortalTest {

    private String newAddress() {
        return "http://localhost:" + portal.port();
    }

    @Test
    void everyCallToTheOldAddressIsSentToTheNewOne() throws Exception {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        portal.renamedTo(newAddress() + "/");
        for (String method : new String[] { GET, "profile", "nothing" }) {
            HttpResponse<String> response = call(ilse, method, "{\"offset\":2}");
            assertEquals(302, response.statusCode());
            assertEquals(ilse.webhook().replace(portal.url(), newAddress()) + method,
                    response.headers().firstValue("location").orElseThrow());
        }
        assertEquals(0, portal.acknowledged(7).size());
        String moved = ilse.webhook().replace(portal.url(), newAddress());
        assertEquals(200, post(moved + GET, "application/json", "{\"offset\":2}").statusCode());
        assertEquals(1, portal.acknowledged(7).size());
        portal.notRenamed();
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    @Test
    void theNewAddressMayBeAnotherPortalsAndTheStatusAnother() throws Exception {
        portal.renamedTo("https://new.example", 308);
        HttpResponse<String> response = call(ilse, "profile?x=1", "{}");
        assertEquals(308, response.statusCode());
        assertEquals("https://new.example/rest/7/" + ilse.secret() + "/profile?x=1",
                response.headers().firstValue("location").orElseThrow());
    }

    @Test
    void freshTokensNameTheNewAddress() throws Exception {
        OAuthApplication application = portal.oauthApplication("local.5f0a");
        portal.renamedTo(newAddress());
        JsonNode fresh = json(post(application.tokenUrl(), "application/x-www-form-urlencoded",
                "grant_type=refresh_token&client_id=local.5f0a&client_secret=" + application.clientSecret()
                                                                                                + "&refresh_token="
                                                                                                + application.tokens(7)
                                                                                                        .refreshToken())
                .body());
        assertEquals(newAddress() + "/rest/", fresh.get("client_endpoint").textValue());
    }
}
