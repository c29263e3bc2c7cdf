package io.github.camelbitrix24.im.observe;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReaderNameTest {

    private final WebhookCredentials credentials = new WebhookCredentials("https://acme.bitrix24.com/rest/7/s3cr3t/");

    @Test
    void namesRouteUserAndPortalAndNoSecret() {
        assertEquals("route r1 (user 7 at acme.bitrix24.com)", ReaderName.of("r1", credentials).toString());
    }

    @Test
    void withoutARouteTheUserNamesTheReader() {
        assertEquals("user 7 at acme.bitrix24.com", ReaderName.of(null, credentials).toString());
    }
}
