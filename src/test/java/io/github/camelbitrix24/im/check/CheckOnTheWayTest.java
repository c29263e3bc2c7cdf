package io.github.camelbitrix24.im.check;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.camelbitrix24.im.rest.RawServer;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What stands between this machine and the portal is named by a check. */
class CheckOnTheWayTest extends CheckRouteTest {

    private final RawServer server = new RawServer((request, socket) -> {
    });

    @BeforeEach
    void useOwnOptions() {
        configuration().setCredentials(null);
    }

    @AfterEach
    void stop() throws IOException {
        context.stop();
        server.close();
    }

    private CheckReport checkAt(String portalUrl) {
        CheckReport report = check(
                CHECK + "?userId=7&secret=s3cret&allowInsecureHttp=true&connectTimeout=3000&portalUrl=" + portalUrl, Map.of());
        assertFalse(report.toString().contains("s3cret"), report::toString);
        return report;
    }

    private void answer(String status, String contentType, String body) {
        byte[] bytes = ("HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        server.answering((request, socket) -> {
            socket.getOutputStream().write(bytes);
            socket.close();
        });
    }

    private void proxy(int port) {
        for (String scheme : new String[] { "http", "https" }) {
            HttpComponent http = context.getComponent(scheme, HttpComponent.class);
            http.setProxyHost("127.0.0.1");
            http.setProxyPort(port);
            http.setProxyAuthScheme("http");
        }
    }

    static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @CsvSource({ "https, 403 Forbidden", "http, 403 Forbidden", "https, 502 Bad Gateway", "http, 503 Service Unavailable" })
    void aProxyThatRefuses(String scheme, String status) {
        proxy(server.port());
        answer(status, "text/html", "<html>no</html>");

        CheckReport report = checkAt(scheme + "://acme.example");

        assertOnlyCause(report, "address", "proxy 127.0.0.1:" + server.port(), "See what the proxy lets through");
        assertRow(report, "credentials", Verdict.NOT_KNOWN, "address");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https", "http" })
    void aProxyThatWantsAPassword(String scheme) {
        proxy(server.port());
        answer("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"", "text/html", "<html>");

        assertOnlyCause(checkAt(scheme + "://acme.example"), "address", "wants a password", "proxyAuthUsername");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https", "http" })
    void aProxyThatIsNotThere(String scheme) throws IOException {
        int port = deadPort();
        proxy(port);

        assertOnlyCause(checkAt(scheme + "://acme.example"), "address", "proxy 127.0.0.1:" + port + " takes no connections",
                "proxyPort");
    }

    @Test
    void aPortalThatIsNotThere() throws IOException {
        int port = deadPort();

        assertOnlyCause(checkAt("http://127.0.0.1:" + port), "address", "127.0.0.1:" + port + " takes no connections",
                "portalUrl");
    }

    @Test
    void aHostThatIsNone() {
        assertOnlyCause(checkAt("https://portal.invalid"), "address", "no host portal.invalid", "name server");
    }

    @Test
    void aCertificateThatIsNotTrusted() {
        try (PortalEmulator encrypted = PortalEmulator.builder().tls().start()) {
            CheckReport report = checkAt(encrypted.url());

            assertOnlyCause(report, "tls", "not trusted", "sslContextParameters");
            assertRow(report, "address", Verdict.HOLDS, "takes connections");
        }
    }

    @Test
    void aCertificateThatIsTrusted() {
        try (PortalEmulator encrypted = PortalEmulator.builder().tls().start()) {
            context.getRegistry().bind("trusting", new SSLContextParameters() {
                @Override
                public javax.net.ssl.SSLContext createSSLContext(org.apache.camel.CamelContext camelContext) {
                    return PortalEmulator.trustingClient();
                }
            });
            CheckReport report = check(CHECK + "?userId=7&secret=" + encrypted.user(7).secret()
                                       + "&sslContextParameters=#trusting&portalUrl=" + encrypted.url(),
                    Map.of());

            assertTrue(report.isFine(), report::toString);
            assertRow(report, "tls", Verdict.HOLDS, "encrypted");
        }
    }

    @Test
    void httpsToAServerThatSpeaksPlainHttp() {
        assertOnlyCause(checkAt(portal.url().replace("http:", "https:")), "tls", "", "https is spoken");
    }

    @Test
    void httpsToAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            CheckReport report = check(CHECK + "?userId=7&secret=s3cret&connectTimeout=200&portalUrl=https://127.0.0.1:"
                                       + silent.getLocalPort(),
                    Map.of());

            assertOnlyCause(report, "tls", "says nothing to encryption", "https is spoken");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "https://127.0.0.1/rest/7/s3cret/profile, tls, sends on, https address",
            "http://127.0.0.1/bitrix/coupon_activation.php, address, another page of its own, licence",
            "https://other.example/rest/7/s3cret/profile, address, redirects to other.example, portalUrl" })
    void aServerThatRedirects(String location, String row, String finding, String advice) {
        answer("301 Moved Permanently\r\nLocation: " + location, "text/html", "<html>");

        assertOnlyCause(checkAt(server.url()), row, finding, advice);
    }

    @ParameterizedTest
    @CsvSource({
            "200 OK, address, No REST server", "404 Not Found, address, HTML", "403 Forbidden, address, HTML",
            "502 Bad Gateway, address, HTML",
            "401 Unauthorized, credentials, HTML" })
    void anotherServerAnswersThanAPortal(String status, String row, String finding) {
        answer(status, "text/html", "<html>hello</html>");

        assertOnlyCause(checkAt(server.url()), row, finding, "");
    }

    @Test
    void aServerThatHangsUp() {
        server.answering((request, socket) -> hangUp(socket));

        assertOnlyCause(checkAt(server.url()), "address", "No answer came", "firewall");
    }

    private static void hangUp(Socket socket) throws IOException {
        socket.close();
    }

    @Test
    void plainHttpThatThePortalWouldTake() {
        proxy(server.port());
        server.answering((request, socket) -> socket.getOutputStream().write(RawServer.json("{\"result\":{\"ID\":\"7\"}}")));

        CheckReport report = checkAt("http://acme.example");

        assertCause(report, "tls", "Plain http", "https address");
        assertRow(report, "address", Verdict.HOLDS, "through the proxy 127.0.0.1:" + server.port());
    }
}
