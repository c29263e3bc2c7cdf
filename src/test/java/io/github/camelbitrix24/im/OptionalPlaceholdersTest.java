package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

/** An option whose optional placeholder has no value is an option that is not set. */
class OptionalPlaceholdersTest extends ContextTest {

    private static final String NO_WEBHOOK = "bitrix24-im:send?userId={{?userId}}&secret=RAW({{?secret}})";
    private static final String NO_TOKENS = "&accessToken=RAW({{?accessToken}})&clientSecret=RAW({{?clientSecret}})";

    private Bitrix24ImConfiguration global;

    @BeforeEach
    void start() {
        context.start();
        global = configuration();
    }

    private Bitrix24ImConfiguration endpoint(String uri) {
        return context.getEndpoint(uri, Bitrix24ImEndpoint.class).getConfiguration();
    }

    @Test
    void theComponentsBeanIsKept() {
        global.setCredentials(new WebhookCredentials("https://acme.example/rest/7/k3x9s3cr3tw4n7"));

        assertSame(global.getCredentials(), endpoint(NO_WEBHOOK + NO_TOKENS).getCredentials());
    }

    @Test
    void theComponentsWebhookIsReplacedByTheTokensThatAreSet() {
        global.setPortalUrl("https://acme.example");
        global.setUserId("7");
        global.setSecret("k3x9s3cr3tw4n7");

        Bitrix24ImConfiguration own
                = endpoint(NO_WEBHOOK + "&accessToken=one&refreshToken=two&clientId=app&clientSecret=RAW(a+%26&b)");

        assertNull(own.getSecret());
        assertEquals("a+%26&b", own.getClientSecret());
    }

    @Test
    void aBeanThatIsNotSetLeavesTheComponentsWebhook() {
        global.setPortalUrl("https://acme.example");
        global.setUserId("7");
        global.setSecret("k3x9s3cr3tw4n7");

        assertEquals("k3x9s3cr3tw4n7", endpoint(NO_WEBHOOK + NO_TOKENS + "&credentials={{?credentials}}").getSecret());
    }
}
