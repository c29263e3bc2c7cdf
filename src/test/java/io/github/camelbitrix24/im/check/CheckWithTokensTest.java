package io.github.camelbitrix24.im.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.github.camelbitrix24.im.auth.OAuthRouteTest;
import io.github.camelbitrix24.im.rest.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.check.CheckRouteTest.CHECK;
import static io.github.camelbitrix24.im.check.CheckRouteTest.assertOnlyCause;
import static io.github.camelbitrix24.im.check.CheckRouteTest.assertRow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What keeps an OAuth application from hearing is told apart from what keeps its portal from answering. */
class CheckWithTokensTest extends OAuthRouteTest {

    private final RawServer other = new RawServer((request, socket) -> {
        socket.getOutputStream().write(
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>".getBytes(
                        StandardCharsets.US_ASCII));
        socket.close();
    });

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.stop();
        other.close();
    }

    private CheckReport check() {
        CheckReport report = template.requestBody(CHECK, null, CheckReport.class);
        for (String secret : new String[] {
                application.clientSecret(), tokens.accessToken(), tokens.refreshToken() }) {
            assertFalse(report.toString().contains(secret), report::toString);
        }
        return report;
    }

    @Test
    void aTokenThatHasExpiredIsRefreshedAndNoCause() {
        application.expireAccessTokens();

        CheckReport report = check();

        assertTrue(report.isFine(), report::toString);
        assertRow(report, "credentials", Verdict.HOLDS, "takes the credentials");
        assertEquals(1, refreshes().size());
    }

    @Test
    void tokensThatCannotBeRefreshedAnyMore() {
        application.expireAccessTokens().revokeRefreshTokens();

        assertOnlyCause(check(), "credentials", "authorisation server gives no tokens", "authorise the application again");
    }

    @Test
    void anAuthorisationServerThatIsNotThere() throws IOException {
        application.expireAccessTokens();
        configuration().setOauthUrl("http://127.0.0.1:" + CheckOnTheWayTest.deadPort() + "/oauth/token/");

        assertOnlyCause(check(), "credentials", "no new ones can be had", "oauthUrl");
    }

    @Test
    void anotherServerInPlaceOfTheAuthorisationServer() {
        application.expireAccessTokens();
        configuration().setOauthUrl(other.url() + "/oauth/token/");

        assertOnlyCause(check(), "credentials", "no new ones can be had", "oauthUrl");
    }

    @Test
    void theScopeThatTheApplicationLacks() {
        application.scopes("task");

        assertOnlyCause(check(), "scopes", "lacks im", "authorise it anew");
    }
}
