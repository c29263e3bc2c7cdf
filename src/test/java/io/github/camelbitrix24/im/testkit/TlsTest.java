package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import javax.net.ssl.SSLHandshakeException;

import io.github.camelbitrix24.im.testkit.Behaviour.PlainHttp;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TlsTest extends PortalTest {

    @Override
    PortalBuilder builder() {
        return PortalEmulator.builder().tls().behaving(PlainHttp.REFUSED);
    }

    private HttpResponse<String> trusting() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().sslContext(PortalEmulator.trustingClient()).build();
        return client.send(HttpRequest.newBuilder(URI.create(ilse.webhook() + GET)).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
    }

    @Test
    void isServedToThoseWhoTrustTheCertificate() throws Exception {
        assertTrue(portal.url().startsWith("https://127.0.0.1:"));
        assertEquals(200, trusting().statusCode());
        assertThrows(SSLHandshakeException.class, () -> call(ilse, GET, "{}"));
    }

    @Test
    void faultsWorkThroughIt() {
        portal.fail(GET, Fault.cutBody()).fail(GET, Fault.reset());
        assertThrows(IOException.class, this::trusting);
        assertThrows(IOException.class, this::trusting);
    }
}
