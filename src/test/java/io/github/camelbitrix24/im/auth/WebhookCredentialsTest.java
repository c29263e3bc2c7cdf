package io.github.camelbitrix24.im.auth;

import io.github.camelbitrix24.im.rest.PortalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WebhookCredentialsTest {

    private static final String SECRET = "k3x9s3cr3tw4n7";
    private static final PortalAddress ACME = PortalAddress.parse("https://acme.example", false);

    @ParameterizedTest
    @ValueSource(strings = {
            "https://acme.example/rest/7/" + SECRET + "/", "https://acme.example/rest/7/" + SECRET,
            " https://ACME.example/rest/7/" + SECRET + "/ ", "HTTPS://acme.example/rest/7/" + SECRET + "/" })
    void theWholeUrlGivesPortalUserAndPath(String url) {
        WebhookCredentials credentials = new WebhookCredentials(url);

        assertEquals("https://acme.example", credentials.portal().url());
        assertEquals("7", credentials.user());
        assertEquals("/rest/7/" + SECRET + "/profile", credentials.path("profile"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "", " ", SECRET, "/rest/7/" + SECRET, "https://acme.example", "https://acme.example/",
            "https://acme.example/rest/", "https://acme.example/rest/" + SECRET,
            "https://acme.example/rest/7/" + SECRET + "/profile.json",
            "https://acme.example/rest/api/7/" + SECRET, "https://acme.example/crm/rest/7/" + SECRET,
            "https://acme.example/rest/7/" + SECRET + "//", "https://acme.example/rest//" + SECRET,
            "https://acme.example/rest/7/ " + SECRET, "https://acme.example/rest/7/%2e%2e" + SECRET,
            "acme.example/rest/7/" + SECRET, "https:/rest/7/" + SECRET,
            "https://bob:" + SECRET + "@acme.example/rest/7/" + SECRET,
            "ftp://acme.example/rest/7/" + SECRET, "http://acme.example/rest/7/" + SECRET })
    void anythingElseIsRefusedWithoutShowingIt(String url) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new WebhookCredentials(url));

        assertFalse(e.toString().contains(SECRET), e.toString());
        assertNull(e.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://acme.example/rest/7/" + SECRET + "?auth=x", "https://acme.example/rest/7/" + SECRET + "#x" })
    void whatComesBehindThePathIsNotTakenForASecret(String url) {
        try {
            assertEquals("/rest/7/" + SECRET + "/profile", new WebhookCredentials(url).path("profile"));
        } catch (IllegalArgumentException e) {
            assertFalse(e.toString().contains(SECRET), e.toString());
        }
    }

    @Test
    void plainHttpIsAcceptedToThisMachineAndWhereItIsAllowed() {
        assertEquals("http://127.0.0.1:8080", new WebhookCredentials("http://127.0.0.1:8080/rest/7/x").portal().url());
        assertEquals("http://acme.example", new WebhookCredentials("http://acme.example/rest/7/x", true).portal().url());
    }

    @Test
    void itsTextShowsHostAndUserAndNeverTheSecret() {
        String text = new WebhookCredentials(ACME, "7", SECRET).toString();

        assertTrue(text.contains("https://acme.example") && text.contains("user 7"), text);
        assertFalse(text.contains(SECRET), text);
    }

    @Test
    void itsTextTellsTwoSecretsApart() {
        assertNotEquals(new WebhookCredentials(ACME, "7", SECRET).toString(),
                new WebhookCredentials(ACME, "7", "b").toString());
        assertEquals(new WebhookCredentials(ACME, "7", SECRET).toString(),
                new WebhookCredentials(ACME, "7", SECRET).toString());
    }

    @Test
    void theSecretIsTakenOutOfWhatOthersWrite() {
        WebhookCredentials credentials = new WebhookCredentials(ACME, "7", SECRET);

        assertEquals("no route to /rest/7/xxxxxx/profile", credentials.redact("no route to /rest/7/" + SECRET + "/profile"));
        assertNull(credentials.redact(null));
    }
}
