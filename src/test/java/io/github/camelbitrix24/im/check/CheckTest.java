package io.github.camelbitrix24.im.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.Behaviour;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.RateLimit;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A check names the cause why nothing arrives, and what to do. */
class CheckTest extends CheckRouteTest {

    private static final String GET = "im.v2.Event.get";
    private static final Set<String> HARMLESS = Set.of("profile", GET, "scope", "app.info", "batch", "server.time",
            "imbot.v2.Revision.get", "im.chat.user.list", "im.dialog.messages.get", "imbot.v2.Bot.get", "imbot.v2.Event.get",
            "imbot.v2.Chat.User.list");

    private void unreadEvents() {
        reader.subscribed();
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
    }

    @Test
    void everythingHoldsWhereAConsumerHears() throws Exception {
        start(FAST, this::note);
        portal.user(12).says("chat5", "one");
        await("the event", () -> seen.size() == 1);

        CheckReport report = check();

        assertTrue(report.isFine(), report::toString);
        assertNull(report.summary());
        assertEquals(List.of("address", "tls", "credentials", "plan", "user", "scopes", "methods", "revision", "subscription",
                "readers", "clock", "budget", "consumers"), report.rows().stream().map(CheckRow::name).toList());
        report.rows().forEach(row -> assertEquals(Verdict.HOLDS, row.verdict(), report::toString));
    }

    @Test
    void theReportIsTextAndMapAndJson() {
        reader.secret("v3ry-secret");
        configuration().setCredentials(new WebhookCredentials(reader.webhook()));
        CheckReport report = check();
        String text = context.getTypeConverter().convertTo(String.class, report);
        Map<?, ?> map = context.getTypeConverter().convertTo(Map.class, report);
        JsonNode json = context.getTypeConverter().convertTo(JsonNode.class, report);

        assertTrue(text.startsWith("Check of user 7 at 127.0.0.1:" + portal.port() + "\nok "), text);
        assertEquals(report.rows().size(), ((List<?>) map.get("rows")).size());
        assertEquals("address", json.path("rows").path(0).path("name").asText());
        assertEquals("HOLDS", json.path("rows").path(0).path("verdict").asText());
        assertFalse((text + map + json).contains("v3ry-secret"), text);
    }

    @Test
    void nothingIsDoneThatChangesAnything() {
        unreadEvents();
        reader.scopes("im", "imbot");

        checkOf("chat5");

        List<RecordedCall> calls = portal.calls();
        assertTrue(HARMLESS.containsAll(calls.stream().map(RecordedCall::method).collect(Collectors.toSet())), calls::toString);
        assertTrue(calls.size() <= 12, calls::toString);
        portal.calls(GET).forEach(call -> assertEquals(Map.of("offset", 1, "limit", 1), call.params()));
        assertEquals(List.of(1L, 2L), portal.pending(7));
        assertEquals(List.of(), portal.acknowledged(7));
    }

    @Test
    void nobodyIsSubscribed() {
        CheckReport report = check();

        assertFalse(portal.subscribed(7));
        assertRow(report, "subscription", Verdict.NOT_KNOWN, "nobody has subscribed");
    }

    @Test
    void aWrongSecret() {
        configuration().setCredentials(new WebhookCredentials(portal.url() + "/rest/7/wr0ng-one/"));

        CheckReport report = check();

        assertOnlyCause(report, "credentials", "INVALID_CREDENTIALS", "secret");
        assertRow(report, "address", Verdict.HOLDS, portal.url());
        assertRow(report, "scopes", Verdict.NOT_KNOWN, "credentials");
        assertFalse(report.toString().contains("wr0ng-one"), report::toString);
    }

    @Test
    void aWithdrawnWebhook() {
        reader.webhookRevoked();

        assertOnlyCause(check(), "credentials", "INVALID_CREDENTIALS", "deleted, disabled, or has expired");
    }

    @ParameterizedTest
    @CsvSource({
            "expired_token, credentials, expired", "authorization_error, credentials, dismissed",
            "NO_AUTH_FOUND, credentials, userId and secret",
            "ACCESS_DENIED, plan, plan", "OVERLOAD_LIMIT, plan, blocked", "PORTAL_DELETED, plan, maintenance",
            "QUERY_LIMIT_EXCEEDED, budget, requestsPerSecond", "OPERATION_TIME_LIMIT, budget, operating time" })
    void whatThePortalRefusesHasItsCause(String code, String row, String advice) {
        portal.fail("*", Fault.error(code), 30);

        assertOnlyCause(check(), row, "", advice);
    }

    @ParameterizedTest
    @CsvSource({ "DELETED, maintenance", "PLAN_ENDED, plan", "OVERLOADED, overload" })
    void aPortalThatIsClosedToAll(Behaviour.Standing standing, String advice) {
        portal.behave(standing);

        assertOnlyCause(check(), "plan", "", advice);
    }

    @Test
    void theTokensOfAnApplicationAreRefused() {
        configuration().setCredentials(null);
        CheckReport report = check(CHECK + "?portalUrl=" + portal.url() + "&accessToken=RAW(gone)&refreshToken=RAW(used)"
                                   + "&clientId=local.app&clientSecret=RAW(s3cret)&oauthUrl=" + portal.url() + "/oauth/token/",
                Map.of());

        assertOnlyCause(report, "credentials", "", "");
        assertFalse(report.toString().contains("s3cret"), report::toString);
    }

    @Test
    void aWebhookThatWasGivenToSomebodyElseIsToldOf() {
        reader.webhookActsAs(12);

        assertRow(check(), "user", Verdict.HOLDS, "as user 12, whom the webhook of user 7");
    }

    @Test
    void aUserWhoIsDismissed() {
        portal.keepsFailing("profile", without("{\"result\":[]}"));

        assertOnlyCause(check(), "user", "dismissed or inactive", "who is active");
    }

    @Test
    void aPortalThatWantsHttps() {
        portal.behave(Behaviour.PlainHttp.REFUSED);

        CheckReport report = check();

        assertOnlyCause(report, "tls", "plain http", "https address");
        assertRow(report, "address", Verdict.HOLDS, portal.url());
    }

    @ParameterizedTest
    @CsvSource({ "http://acme.example, tls, plain http", "acme.example, address, portalUrl" })
    void anAddressThatCannotBeCalled(String url, String row, String finding) {
        configuration().setCredentials(null);

        CheckReport report = check(CHECK + "?userId=7&secret=s3cret&portalUrl=" + url, Map.of());

        assertOnlyCause(report, row, finding, "");
        assertFalse(report.toString().contains("s3cret"), report::toString);
    }

    @Test
    void noCredentialsAtAll() {
        configuration().setCredentials(null);

        assertOnlyCause(check(), "credentials", "No credentials", "");
    }

    @Test
    void aSecondReaderThatAConsumerHasNoticed() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        start(FAST + "&concurrency=2", exchange -> {
            note(exchange);
            goOn.await();
        });
        portal.user(12).says("chat5", "one");
        await("the event", () -> !seen.isEmpty());
        portal.dropRows();
        await("the loss to be noticed", () -> check().row("readers").verdict() != Verdict.HOLDS);
        goOn.countDown();

        assertOnlyCause(check(), "readers", "second reader", "user of its own");
    }

    @Test
    void aSecondReaderWhereNobodyReadsHere() throws Exception {
        unreadEvents();
        CompletableFuture<CheckReport> report = CompletableFuture.supplyAsync(this::check);
        portal.await(p -> !p.calls("app.info").isEmpty(), SOON);
        portal.dropRows();

        assertOnlyCause(report.get(), "readers", "second reader", "user of its own");
    }

    @ParameterizedTest
    @CsvSource({ "1, ahead of", "-1, behind" })
    void aClockADayOff(int days, String which) {
        portal.clock().advance(Duration.ofDays(days));

        assertOnlyCause(check(), "clock", "1 day " + which, "NTP");
    }

    private static Fault without(String answer) {
        return Fault.answer(200, "application/json", answer);
    }

    @Test
    void aPortalThatDoesNotTellItsTimeIsAskedForIt() {
        portal.clock().advance(Duration.ofHours(-30));
        portal.keepsFailing("profile", without("{\"result\":{\"ID\":\"7\"}}"));
        portal.keepsFailing(GET, without("{\"result\":{\"events\":[],\"nextOffset\":1,\"hasMore\":false}}"));
        portal.keepsFailing("scope", without("{\"result\":[\"im\"]}"));
        portal.keepsFailing("app.info", without("{\"result\":{\"LICENSE\":\"x\"}}"));

        assertOnlyCause(check(), "clock", "1 day 6 h behind", "NTP");
    }

    @Test
    void theUserIsNoMemberOfTheChat() {
        portal.chat("chat9").members(12);

        assertOnlyCause(checkOf("chat9"), "membership", "no member of chat9", "add the user");
        assertRow(checkOf("chat5"), "membership", Verdict.HOLDS, "chat5");
        assertRow(checkOf("12"), "membership", Verdict.HOLDS, "private dialog");
    }

    @Test
    void theListOfMembersDecidesWhereThePortalHasOne() {
        portal.answer("im.chat.user.list", parameters -> parameters.get("CHAT_ID").toString().equals("5")
                ? List.of(12, "7") : List.of(12, 13));
        portal.chat("chat9").members(7, 12);

        assertRow(checkOf("chat5"), "membership", Verdict.HOLDS, "a member of chat5");
        assertOnlyCause(check(CHECK + "?dialogId=chat9", Map.of()), "membership", "no member of chat9", "Add the user");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Chat 5", "chat", "chat0x", "a@b.example" })
    void aDialogThatIsNoneIsToldOf(String dialogId) {
        assertOnlyCause(checkOf(dialogId), "membership", "none that there can be", "chat5");
    }

    @Test
    void theHeaderMakesAnyEndpointCheck() {
        CheckReport report = check("bitrix24-im:send", Map.of(Bitrix24ImConstants.OPERATION, "check"));

        assertEquals("ok ", report.row("address").toString().substring(0, 3));
        assertEquals(List.of(), portal.sent());
    }

    @Test
    void checksGoThroughTheBudget() {
        portal.limitRate(new RateLimit(5, 50, 503));
        CheckReport report = check(CHECK + "?requestsPerSecond=50&requestBurst=5", Map.of());

        assertRow(report, "budget", Verdict.HOLDS, "no call");
    }
}
