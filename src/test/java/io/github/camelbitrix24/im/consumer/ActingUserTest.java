package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.OAuthCredentials;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.OAuthApplication;
import io.github.camelbitrix24.im.testkit.TokenPair;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** As whom the portal acts: whose events are read, which are own, and who else may not read them. */
class ActingUserTest extends RouteTest {

    private final List<Boolean> own = new CopyOnWriteArrayList<>();

    private LambdaRouteBuilder reading(String id, String options) {
        return r -> r.from("bitrix24-im:events?" + FAST + options).routeId(id).process(e -> {
            own.add(e.getMessage().getHeader(Bitrix24ImConstants.OWN, Boolean.class));
            note(e);
        });
    }

    private int profiles() {
        return portal.calls("profile").size();
    }

    private void bindApplicationOf(long user, String name) {
        OAuthApplication application = portal.oauthApplication("local.5f0a1c");
        TokenPair tokens = application.tokens(user);
        context.getRegistry().bind(name,
                OAuthCredentials.of(portal.url()).client(application.clientId(), application.clientSecret())
                        .tokens(tokens.accessToken(), tokens.refreshToken()).oauthUrl(application.tokenUrl()).build());
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void aWebhookAndAnApplicationOfOneUserAreOneReader() throws Exception {
        bindApplicationOf(7, "application");
        routes(reading("webhook", ""));
        portal.await(p -> p.subscribed(7), SOON);
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            routes(reading("application", "&credentials=#application"));
            await("the second is refused", () -> log.ownMessages().stream()
                    .anyMatch(line -> line.getFormattedMessage().contains("already have a reader")));
        }
        int calls = portal.calls("im.v2.Event.get").stream().filter(call -> call.param("auth") != null).toList().size();
        assertEquals(0, calls, "the second reads nothing");
        portal.user(12).says("chat5", "hello");
        await("seen once", () -> !seen.isEmpty());
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);

        context.getRouteController().stopRoute("webhook");
        ((Bitrix24ImConsumer) context.getRoute("application").getConsumer()).pollNow();
        portal.user(12).says("chat5", "for the one that is left");
        await("taken over", () -> seen.size() == 2);
    }

    @Test
    void anApplicationOfAnotherUserReadsBeside() throws Exception {
        bindApplicationOf(8, "application");
        routes(reading("webhook", ""));
        routes(reading("application", "&credentials=#application"));

        portal.await(p -> p.subscribed(7) && p.subscribed(8), SOON);
    }

    @ParameterizedTest
    @ValueSource(ints = { 404, 403, 400, 500, 502 })
    void aProfileThatCannotBeHadKeepsNobodyFromReading(int status) throws Exception {
        portal.fail("profile", Fault.error("INTERNAL_SERVER_ERROR", "no", status), 1_000_000);
        routes(reading("events", ""));
        portal.await(p -> p.subscribed(7), SOON);
        for (int i = 0; i < 20; i++) {
            portal.user(12).says("chat5", "message " + i);
        }

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertTrue(profiles() < 3, "asks " + profiles() + " times");
    }

    @Test
    void whoeverLeavesOutHisOwnMustKnowWhoHeIs() throws Exception {
        portal.fail("profile", Fault.html(502), 3);
        routes(reading("events", "&includeOwn=false"));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(7).says("chat5", "mine");
        portal.user(12).says("chat5", "theirs");

        awaitAcknowledged();
        assertEquals(List.of(portal.recorded(7).get(1)), seen);
    }

    @Test
    void aTransferredWebhookKnowsItsOwnAgain() throws Exception {
        portal.chat("chat5").members(7, 9, 12);
        portal.user(9).subscribed();
        routes(reading("events", "&includeOwn=false&resubscribeInterval=300"));
        await("it has asked who it is", () -> !portal.calls("im.v2.Event.get").isEmpty());
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            reader.webhookActsAs(9);
            await("the change is told", () -> log.ownMessages().stream()
                    .anyMatch(line -> line.getFormattedMessage().contains("acts as user 9 now, before as user 7")));
        }
        portal.user(9).says("chat5", "mine now");
        portal.user(12).says("chat5", "theirs");

        await("theirs", () -> seen.contains(portal.recorded(9).get(1)));
        portal.await(p -> p.pending(9).isEmpty(), SOON);
        assertEquals(List.of(portal.recorded(9).get(1)), seen);
    }

    @Test
    void aSubscriptionThatCannotBeRenewedKeepsNobodyFromReading() throws Exception {
        routes(reading("events", "&resubscribeInterval=200"));
        portal.await(p -> p.subscribed(7), SOON);
        portal.fail("im.v2.Event.subscribe", Fault.error("ACCESS_DENIED", "no", 403), 1_000_000);
        await("it was tried", () -> portal.calls("im.v2.Event.subscribe").size() > 1);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertTrue(portal.calls("im.v2.Event.subscribe").size() < 4, "not at every poll");
    }
}
