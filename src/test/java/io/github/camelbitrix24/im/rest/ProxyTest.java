package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImUnavailableException;
import io.github.camelbitrix24.im.ContextTest;
import io.github.camelbitrix24.im.Portals;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Portals behind the proxy that Camel's components http and https are told of. */
class ProxyTest extends ContextTest {

    private final RawServer proxy = new RawServer(ProxyTest::wantCredentials);

    private static void wantCredentials(String request, Socket socket) throws IOException {
        socket.getOutputStream()
                .write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                        + "Content-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void stop() throws IOException {
        context.stop();
        proxy.close();
    }

    private Object call(String portalUrl) {
        for (String scheme : new String[] { "http", "https" }) {
            HttpComponent http = context.getComponent(scheme, HttpComponent.class);
            http.setProxyHost("127.0.0.1");
            http.setProxyPort(proxy.port());
            http.setProxyAuthScheme("http");
        }
        context.start();
        return template.requestBody(
                "bitrix24-im:call?method=profile&userId=7&secret=s3cret&allowInsecureHttp=true&portalUrl=" + portalUrl,
                (Object) null);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://acme.example", "https://acme.example" })
    void whoWantsCredentialsIsTheProxyAndNotThePortal(String portalUrl) {
        Throwable failure = assertThrows(CamelExecutionException.class, () -> call(portalUrl)).getCause();

        assertInstanceOf(Bitrix24ImUnavailableException.class, failure, failure::toString);
        assertTrue(failure.getMessage().contains("proxyAuthUsername"), failure::getMessage);
        assertFalse(failure.getMessage().contains("portalUrl"), failure::getMessage);
    }

    @Test
    void aPortalWhoseNameHasAnUnderscoreIsCalled() {
        proxy.answering((request, socket) -> socket.getOutputStream().write(RawServer.json("{\"result\":{\"ID\":\"7\"}}")));

        assertEquals(Map.of("ID", "7"), call("http://my_portal.example:8080"));
        assertTrue(proxy.requests().get(0).contains("my_portal.example:8080"), proxy.requests()::toString);
        assertTrue(proxy.requests().get(0).contains("/rest/7/s3cret/profile"), proxy.requests()::toString);
    }
}
