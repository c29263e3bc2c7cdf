package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FileLinkTest {

    private static final List<PortalAddress> PORTAL = List.of(
            PortalAddress.parse("https://new.bitrix24.com", false), PortalAddress.parse("https://acme.bitrix24.com", false));

    private static String target(String link) throws IOException {
        return FileLink.on(PORTAL, link).target();
    }

    @Test
    void aLinkToThePortalIsFollowedUnderWhicheverOfItsNames() throws IOException {
        assertEquals("/rest/7/s3cret/download/?token=disk%7Cx",
                target("https://acme.bitrix24.com/rest/7/s3cret/download/?token=disk%7Cx"));
        assertEquals("/rest/download.json?auth=a&token=b",
                target("https://NEW.bitrix24.com:443/rest/download.json?auth=a&token=b"));
        assertEquals("/a%20b?t=x%7Cy", target(" https://acme.bitrix24.com/a b?t=x|y "));
        assertEquals("/rest/x?y", target("/rest/x?y"));
        assertEquals("/", target("https://acme.bitrix24.com"));
        assertEquals("/evil.example/x", target("https://acme.bitrix24.com//evil.example/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://evil.example/rest/7/s3cret/download/", "https://acme.bitrix24.com@evil.example/s3cret",
            "https://acme.bitrix24.com:s3cret@evil.example/", "//evil.example/s3cret", "http://acme.bitrix24.com/s3cret",
            "https://acme.bitrix24.com:8443/s3cret", "https://acme.bitrix24.com.evil.example/s3cret",
            "ftp://acme.bitrix24.com/s3cret",
            "file:///etc/s3cret", "https:s3cret", "s3cret", "https://acme.bitrix24.com\\@evil.example/s3cret", "http://[s3cret",
            "" })
    void aLinkElsewhereIsRefusedAndNotShown(String link) {
        ForeignLinkException refused = assertThrows(ForeignLinkException.class, () -> target(link));

        assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
        assertFalse(refused.getMessage().contains("evil"), refused.getMessage());
    }

    @Test
    void whatOthersSayOfItIsShownWithoutIt() {
        FileLink link = new FileLink("/rest/7/s3cret/download/?token=t0ken&auth=a0th");

        assertEquals("no xxxxxx, nor xxxxxx, nor xxxxxx",
                link.redact("no /rest/7/s3cret/download/?token=t0ken&auth=a0th, nor t0ken, nor a0th"));
        assertFalse(link.toString().contains("s3cret"));
    }
}
