package io.github.camelbitrix24.im.budget;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.RateLimit;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The limit of a portal is kept on our side, by all endpoints together.
 */
class RequestBudgetTest extends RouteTest {

    @Test
    void manyEndpointsOnOnePortalAreAllHeardAndNothingIsRejected() throws Exception {
        portal.limitRate(new RateLimit(40, 20, 503));
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration().setRequestsPerSecond(20);
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration().setRequestBurst(40);
        for (long user = 101; user <= 124; user++) {
            context.getRegistry().bind("user" + user, new WebhookCredentials(portal.user(user).subscribed().webhook()));
        }
        routes(r -> {
            for (int user = 101; user <= 124; user++) {
                r.from("bitrix24-im:events?credentials=#user" + user + "&" + FAST).process(e -> note(e));
            }
        });
        for (long user = 101; user <= 124; user++) {
            portal.user(12).says(String.valueOf(user), "hello");
        }

        await("all heard", () -> seen.size() == 24);
        assertEquals(0, portal.calls().stream().filter(RequestBudgetTest::isRejected).count());
    }

    @Test
    void restartsInARowExceedNothing() throws Exception {
        portal.limitRate(new RateLimit(40, 10, 503));
        for (long user = 101; user <= 112; user++) {
            portal.user(user).subscribed();
        }
        for (int run = 1; run <= 5; run++) {
            int calls = portal.calls().size();
            try (CamelContext restarted = new DefaultCamelContext()) {
                for (long user = 101; user <= 112; user++) {
                    restarted.getRegistry().bind("user" + user, new WebhookCredentials(portal.user(user).webhook()));
                }
                RouteBuilder.addRoutes(restarted, r -> {
                    for (int user = 101; user <= 112; user++) {
                        r.from("bitrix24-im:events?credentials=#user" + user + "&requestsPerSecond=10&requestBurst=40&"
                               + FAST).to("log:heard");
                    }
                });
                restarted.start();
                await("a run", () -> portal.calls().size() >= calls + 20);
            }
        }
        assertEquals(0, portal.calls().stream().filter(RequestBudgetTest::isRejected).count());
    }

    @Test
    void whoWaitsLongForTheBudgetAcknowledgesAllTheSame() throws Exception {
        reader.subscribed();
        routes(r -> r.from("bitrix24-im:events?autoSubscribe=false&requestsPerSecond=0.9&requestBurst=1&" + FAST)
                .process(e -> note(e)));

        portal.await(p -> p.calls("im.v2.Event.get").size() > 1, SOON);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(1, seen.size());
    }

    @Test
    void aConsumerThatIsStoppedWhileItWaitsForTheBudgetHoldsUpNobody() throws Exception {
        reader.subscribed();
        routes(r -> r.from("bitrix24-im:events?autoSubscribe=false&requestsPerSecond=0.7&requestBurst=1&" + FAST)
                .routeId("reader").process(e -> note(e)));
        portal.await(p -> !p.calls("im.v2.Event.get").isEmpty(), SOON);
        context.getRouteController().stopRoute("reader");
        context.getRouteController().startRoute("reader");
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
    }

    private static boolean isRejected(RecordedCall call) {
        return "QUERY_LIMIT_EXCEEDED".equals(call.error());
    }
}
