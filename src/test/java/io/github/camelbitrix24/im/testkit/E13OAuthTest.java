package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E13OAuthTest extends PortalTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private OAuthApplication application;
    private TokenPair tokens;

    @BeforeEach
    void install() {
        application = portal.oauthApplication("local.5f0a");
        tokens = application.tokens(7);
    }

    private String client() {
        return "client_id=" + application.clientId() + "&client_secret=" + application.clientSecret();
    }

    private HttpResponse<String> refresh(String refreshToken) throws Exception {
        return post(application.tokenUrl(), FORM, "grant_type=refresh_token&" + client() + "&refresh_token=" + refreshToken);
    }

    private HttpResponse<String> profile(String accessToken) throws Exception {
        return post(portal.url() + "/rest/profile", "application/json", "{\"auth\":\"" + accessToken + "\"}");
    }

    private static String accessToken(HttpResponse<String> response) throws Exception {
        assertEquals(200, response.statusCode(), response.body());
        return json(response.body()).get("access_token").textValue();
    }

    @Test
    void theTokenMayComeInThreePlaces() throws Exception {
        String url = portal.url() + "/rest/profile";
        assertEquals(200, profile(tokens.accessToken()).statusCode());
        assertEquals(200, send(request(url + "?auth=" + tokens.accessToken())).statusCode());
        assertEquals(200, post(url, FORM, "access_token=" + tokens.accessToken()).statusCode());
        assertEquals(200, send(request(url).header("Authorization", "bearer " + tokens.accessToken())).statusCode());
        assertError(401, "NO_AUTH_FOUND", "Wrong authorization data",
                post(url, "application/json", "{\"auth\":[\"" + tokens.accessToken() + "\"]}"));
    }

    @Test
    void theHeaderWins() throws Exception {
        assertError(401, "invalid_token", "Unable to get application by token", send(
                request(portal.url() + "/rest/profile?auth=" + tokens.accessToken()).header("Authorization",
                        "Bearer nonsense")));
    }

    @Test
    void theQueueIsTheUsers() throws Exception {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        HttpResponse<String> response = post(portal.url() + "/rest/" + GET, "application/json",
                "{\"offset\":1,\"auth\":\"" + tokens.accessToken() + "\"}");
        assertEquals(List.of(1L), ids(json(response.body()).get("result")));
        assertEquals("local.5f0a", response.headers().firstValue("x-bitrix-rest-application").orElseThrow());
        assertEquals(7, portal.calls(GET).get(0).userId());
    }

    @Test
    void refreshingRotatesBothTokens() throws Exception {
        JsonNode fresh = json(refresh(tokens.refreshToken()).body());
        assertNotEquals(tokens.refreshToken(), fresh.get("refresh_token").textValue());
        assertEquals(portal.url() + "/rest/", fresh.get("client_endpoint").textValue());
        assertEquals("oauth.bitrix.info", fresh.get("domain").textValue());
        assertEquals(3600, fresh.get("expires_in").intValue());
        assertEquals(7, fresh.get("user_id").intValue());
        assertEquals(200, profile(fresh.get("access_token").textValue()).statusCode());
        assertError(400, "invalid_grant", "Invalid refresh token", refresh(tokens.refreshToken()));
    }

    @Test
    void refreshingByGetWorksToo() throws Exception {
        accessToken(send(request(application.tokenUrl() + "?grant_type=refresh_token&" + client() + "&refresh_token="
                                 + tokens.refreshToken())));
        assertFalse(portal.calls(Incoming.TOKEN_METHOD).toString().contains(application.clientSecret()));
    }

    @Test
    void ofTwoWhoRefreshAtOnceOneLoses() {
        List<CompletableFuture<Integer>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::statusOfRefresh)).toList();
        assertEquals(List.of(200, 400), both.stream().map(CompletableFuture::join).sorted().toList());
    }

    private int statusOfRefresh() {
        try {
            return refresh(tokens.refreshToken()).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAccessTokenLivesForAnHour() throws Exception {
        assertEquals(200, profile(tokens.accessToken()).statusCode());
        portal.clock().advance(Duration.ofMinutes(61));
        assertError(401, "expired_token", "The access token provided has expired", profile(tokens.accessToken()));
        assertEquals(200, profile(accessToken(refresh(tokens.refreshToken()))).statusCode());
    }

    @Test
    void aRefreshTokenLivesForHalfAYear() throws Exception {
        portal.clock().advance(Duration.ofDays(181));
        assertError(400, "invalid_grant", "Invalid refresh token", refresh(tokens.refreshToken()));
    }

    @Test
    void theVerdictOnATokenIsKeptForAnHour() throws Exception {
        application.refusedWith("PAYMENT_REQUIRED");
        assertError(401, "PAYMENT_REQUIRED", "", profile(tokens.accessToken()));
        application.noLongerRefused();
        portal.clock().advance(Duration.ofMinutes(59));
        TokenPair other = application.tokens(7);
        assertError(401, "PAYMENT_REQUIRED", "", profile(tokens.accessToken()));
        assertEquals(200, profile(other.accessToken()).statusCode());
    }

    @Test
    void thatTheServerCannotBeReachedIsNotKept() throws Exception {
        portal.authorizationServerUnreachable(true);
        assertError(401, "CONNECTION_ERROR", "Error connecting to authorization server", profile(tokens.accessToken()));
        portal.authorizationServerUnreachable(false);
        assertEquals(200, profile(tokens.accessToken()).statusCode());
    }

    @Test
    void anEmptyTokenIsOneEvenBesideAGoodOne() throws Exception {
        for (String empty : List.of("\"\"", "null", "false")) {
            assertError(401, "NO_AUTH_FOUND", "Wrong authorization data", post(portal.url() + "/rest/profile",
                    "application/json", "{\"auth\":" + empty + ",\"access_token\":\"" + tokens.accessToken() + "\"}"));
        }
        assertEquals(200, post(portal.url() + "/rest/profile", "application/json",
                "{\"auth\":[],\"access_token\":\"" + tokens.accessToken() + "\"}").statusCode());
    }

    @Test
    void thePortalMayNotNoticeThatATokenIsTooOld() throws Exception {
        portal.clock().freeze();
        TokenPair unused = application.tokens(7);
        assertEquals(200, profile(tokens.accessToken()).statusCode());
        application.expireAccessTokensUnnoticed();
        assertEquals(200, profile(tokens.accessToken()).statusCode());
        assertEquals(401, profile(unused.accessToken()).statusCode());
        portal.clock().advance(Duration.ofHours(1));
        assertError(401, "expired_token", "The access token provided has expired", profile(tokens.accessToken()));
    }

    @Test
    void tokensCanBeMadeWorthless() throws Exception {
        TokenPair ofAnother = portal.oauthApplication("local.other").tokens(7);
        assertEquals(200, profile(tokens.accessToken()).statusCode());
        application.expireAccessTokens();
        assertEquals(200, profile(ofAnother.accessToken()).statusCode());
        assertError(401, "expired_token", "The access token provided has expired", profile(tokens.accessToken()));
        application.revokeRefreshTokens();
        assertError(400, "invalid_grant", "Invalid refresh token", refresh(tokens.refreshToken()));
    }

    @Test
    void anUninstalledApplicationIsUnknown() throws Exception {
        application.uninstalled();
        assertError(401, "APPLICATION_NOT_FOUND", "Application not found", profile(tokens.accessToken()));
        assertError(401, "NOT_INSTALLED", "Application not installed", refresh(tokens.refreshToken()));
        application.reinstalled();
        assertEquals(200, profile(tokens.accessToken()).statusCode());
    }

    @Test
    void anUnknownClientIsToldSoWith200() throws Exception {
        HttpResponse<String> response = post(application.tokenUrl(), FORM,
                "grant_type=refresh_token&client_id=local.other&client_secret=x&refresh_token=" + tokens.refreshToken());
        assertEquals(200, response.statusCode());
        assertEquals("{\"error\":\"wrong_client\"}", response.body());
    }

    @Test
    void aWrongSecretOrGrantIsRefused() throws Exception {
        assertError(400, "invalid_client", "The client credentials are invalid", post(application.tokenUrl(), FORM,
                "grant_type=refresh_token&client_id=local.5f0a&client_secret=x&refresh_token=" + tokens.refreshToken()));
        assertError(400, "invalid_request", "Invalid grant_type parameter or parameter missing",
                post(application.tokenUrl(), FORM, client()));
    }

    @Test
    void aCodeIsExchangedOnceWithinHalfAMinute() throws Exception {
        String exchange = "grant_type=authorization_code&" + client() + "&code=";
        String code = application.authorizationCode(12);
        JsonNode first = json(post(application.tokenUrl(), FORM, exchange + code).body());
        assertFalse(first.has("expires"));
        assertTrue(profile(first.get("access_token").textValue()).body().contains("\"ID\":\"12\""));
        assertError(400, "invalid_grant", "Invalid authorization code", post(application.tokenUrl(), FORM, exchange + code));
        String late = application.authorizationCode(12);
        portal.clock().advance(Duration.ofSeconds(31));
        assertError(400, "bad_verification_code", "The code passed is expired",
                post(application.tokenUrl(), FORM, exchange + late));
    }

    @Test
    void anExchangeMayTellMore() throws Exception {
        portal.behave(Behaviour.CodeExchange.COMPLETE).clock().freezeAt(Instant.parse("2026-08-21T12:00:00Z"));
        JsonNode first = json(post(application.tokenUrl(), FORM, "grant_type=authorization_code&" + client() + "&code="
                                                                 + application.authorizationCode(12))
                .body());
        assertEquals(Instant.parse("2026-08-21T13:00:00Z").getEpochSecond(), first.get("expires").longValue());
        assertEquals(12, first.get("user_id").intValue());
    }

    @Test
    void appInfoOfAnApplicationSaysWhatItIs() throws Exception {
        JsonNode info = json(post(portal.url() + "/rest/app.info", FORM, "auth=" + tokens.accessToken()).body()).get("result");
        assertEquals("local.5f0a", info.get("CODE").textValue());
        assertFalse(info.has("SCOPE"));
    }

    @Test
    void faultsMayBeOneUsers() throws Exception {
        ilse.fails("profile", Fault.html(502));
        assertEquals(200, profile(application.tokens(12).accessToken()).statusCode());
        assertEquals(502, profile(tokens.accessToken()).statusCode());
    }

    @Test
    void theScopeIsTheApplications() throws Exception {
        application.scopes("crm");
        assertError(401, "insufficient_scope", "The request requires higher privileges than provided by the access token",
                post(portal.url() + "/rest/" + GET, "application/json", "{\"auth\":\"" + tokens.accessToken() + "\"}"));
    }

    @Test
    void theTokenEndpointFailsLikeAMethod() throws Exception {
        portal.fail("oauth/token", Fault.droppedAfterActing()).fail("oauth/token", Fault.html(502));
        assertThrows(IOException.class, () -> refresh(tokens.refreshToken()));
        assertEquals(502, refresh(tokens.refreshToken()).statusCode());
        assertError(400, "invalid_grant", "Invalid refresh token", refresh(tokens.refreshToken()));
    }
}
