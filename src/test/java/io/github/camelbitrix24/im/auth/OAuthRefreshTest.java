package io.github.camelbitrix24.im.auth;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.Bitrix24ImNotAuthorisedException;
import io.github.camelbitrix24.im.Bitrix24ImNotPermittedException;
import io.github.camelbitrix24.im.Bitrix24ImUnavailableException;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OAuthRefreshTest extends OAuthRouteTest {

    private static final int THREADS = 16;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void theTokenIsInTheBodyAndInNoUrl() {
        assertEquals("7", who(context));
        assertEquals("/rest/profile", portal.calls("profile").get(0).path());
        assertEquals(tokens.accessToken(), portal.calls("profile").get(0).param("auth"));
        assertEquals(List.of(), refreshes());
    }

    @Test
    void halfASurrogatePairDoesNotCostTheToken() {
        context.start();
        template.requestBody(WHO, Map.of("a\ud83d", "\ude00"));
        assertEquals(tokens.accessToken(), portal.calls("profile").get(0).param("auth"));
        assertEquals("\ufffd", portal.calls("profile").get(0).param("a\ufffd"));
    }

    @Test
    void manyCallsWithAnExpiredTokenRefreshOnce() {
        application.expireAccessTokens();
        assertEquals(Collections.nCopies(THREADS, "7"), whoFromThreads(THREADS));
        assertEquals(1, refreshes().size());
        assertEquals("POST", refreshes().get(0).httpMethod());
        assertFalse(refreshes().get(0).path().contains("?"), refreshes().get(0).path());
    }

    @Test
    void endpointsWithOptionsOfTheirOwnShareOneRefresh() {
        application.expireAccessTokens();
        context.start();
        for (String timeout : List.of("1000", "2000", "3000")) {
            template.requestBody(WHO + "&responseTimeout=" + timeout, (Object) null);
        }
        assertEquals(1, refreshes().size());
    }

    @Test
    void aConsumerHearsOnWhenItsTokenExpires() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        RouteBuilder.addRoutes(context, r -> r.from("bitrix24-im:events?initialDelay=0&delay=100&busyDelay=100&settleTime=0")
                .process(exchange -> heard.add(exchange.getMessage().getBody(String.class))));
        context.start();
        portal.await(p -> p.subscribed(7), SOON);
        for (int hour = 1; hour <= 3; hour++) {
            portal.clock().advance(Duration.ofMinutes(61));
            portal.user(12).says("chat5", "hour " + hour);
            int expected = hour;
            await("event of hour " + hour, () -> heard.size() == expected);
        }
        assertEquals(3, refreshes().size());
    }

    @Test
    void anUnknownTokenIsRefreshedOnceAndNotAgainIfThatDoesNotHelp() {
        portal.fail("profile", Fault.error("invalid_token"), 100);
        refused(context, Bitrix24ImNotAuthorisedException.class);
        refused(context, Bitrix24ImNotAuthorisedException.class);
        assertEquals(1, refreshes().size());
        portal.heal();
        assertEquals("7", who(context));
    }

    @Test
    void nothingElseRefreshes() {
        for (String code : List.of("CONNECTION_ERROR", "NO_AUTH_FOUND", "insufficient_scope", "QUERY_LIMIT_EXCEEDED")) {
            portal.fail("profile", Fault.error(code), 100);
            assertThrows(CamelExecutionException.class, () -> who(context), code);
            portal.heal();
        }
        assertEquals(List.of(), refreshes());
    }

    @Test
    void aFailingServerIsAskedAgainWithTheSameToken() {
        application.expireAccessTokens();
        portal.fail("oauth/token", Fault.html(502));
        assertEquals("7", who(context));
        assertEquals(2, refreshes().size());
        assertEquals(refreshes().get(0).param("refresh_token"), refreshes().get(1).param("refresh_token"));
    }

    @Test
    void aServerThatStaysDownIsUnavailableAndLaterFine() {
        application.expireAccessTokens();
        portal.fail("oauth/token", Fault.html(503), 100);
        refused(context, Bitrix24ImUnavailableException.class);
        portal.heal();
        await("well again", () -> {
            try {
                return who(context).equals("7");
            } catch (CamelExecutionException e) {
                return false;
            }
        });
        assertTrue(refreshes().size() <= 9, refreshes()::toString);
    }

    @Test
    void aRevokedTokenNeedsAPersonAndIsNotAskedForAllTheTime() {
        application.expireAccessTokens().revokeRefreshTokens();
        Bitrix24ImNotAuthorisedException refusal = refused(context, Bitrix24ImNotAuthorisedException.class);
        assertEquals("invalid_grant", refusal.getCode());
        assertTrue(refusal.getMessage().contains("authorise the application again"), refusal.getMessage());
        for (int i = 0; i < 20; i++) {
            refused(context, Bitrix24ImNotAuthorisedException.class);
        }
        assertEquals(1, refreshes().size());
    }

    @Test
    void aWrongClientIsAFailureThoughItsStatusIs200() {
        configuration().setClientId("local.other");
        application.expireAccessTokens();
        assertEquals("wrong_client", refused(context, Bitrix24ImNotAuthorisedException.class).getCode());
    }

    @Test
    void aPlanThatEndedIsNotPermitted() {
        application.expireAccessTokens();
        portal.fail("oauth/token", Fault.error("PAYMENT_REQUIRED", "", 402));
        assertEquals("PAYMENT_REQUIRED", refused(context, Bitrix24ImNotPermittedException.class).getCode());
    }

    @Test
    void theServerIsNotFollowedElsewhere() {
        application.expireAccessTokens();
        portal.fail("oauth/token", Fault.redirect(302, portal.url() + "/elsewhere"), 100);
        refused(context, Bitrix24ImUnavailableException.class);
        assertEquals(Set.of("profile", "oauth/token"),
                portal.calls().stream().map(call -> call.method()).collect(Collectors.toSet()));
    }

    @Test
    void withoutAnAccessTokenOneIsRefreshedFirst() {
        configuration().setAccessToken(null);
        assertEquals("7", who(context));
        assertEquals(1, refreshes().size());
    }
}
