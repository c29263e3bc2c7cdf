package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A user's queue has one reader in a Camel context, under whatever URI.
 */
class OneReaderTest extends RouteTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void aSecondConsumerOfTheSameUserIsRefusedAtStart() throws Exception {
        routes(reader("first", "limit=10"));

        Exception refused
                = assertThrows(Exception.class, () -> routes(reader("second", "limit=20&credentials=#reader")));
        assertTrue(refused.getMessage().contains("already have a reader"), refused.getMessage());
        assertTrue(refused.getMessage().contains("user 7"), refused.getMessage());
    }

    @Test
    void aPollingConsumerBesideAConsumerIsRefused() throws Exception {
        routes(reader("first", "limit=10"));

        assertThrows(Exception.class, () -> context.createConsumerTemplate().receiveNoWait("bitrix24-im:events"));
    }

    @Test
    void consumersOfDifferentUsersAreNot() throws Exception {
        context.getRegistry().bind("other",
                new WebhookCredentials(portal.user(8).webhook()));
        routes(reader("first", ""));
        routes(reader("second", "credentials=#other"));

        portal.await(p -> p.subscribed(7) && p.subscribed(8), SOON);
    }

    @Test
    void whoeverStopsMakesRoomForTheNext() throws Exception {
        routes(reader("first", ""));
        context.getRouteController().stopRoute("first");
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            template.receiveNoWait("bitrix24-im:events?limit=5");
        }
        routes(reader("second", "limit=20"));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");

        await("seen by the second", () -> seen.size() == 1);
    }

    @Test
    void suspendingKeepsThePlaceAndResumingGoesOn() throws Exception {
        routes(reader("first", ""));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "one");
        await("one", () -> seen.size() == 1);
        context.getRouteController().suspendRoute("first");
        portal.user(12).says("chat5", "two");
        context.getRouteController().resumeRoute("first");

        await("two", () -> seen.size() == 2);
        awaitAcknowledged();
        assertEquals(List.of(), portal.lost(7));
        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void aRestartInTheMiddleOfAStreamBringsNothingTwice() throws Exception {
        routes(reader("first", "concurrency=4"));
        portal.await(p -> p.subscribed(7), SOON);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 200; i++) {
                portal.user(12).says("chat" + (100 + i % 7), "round " + round + ", message " + i);
            }
            int some = round * 200 + 20;
            await("some", () -> seen.size() >= some);
            context.getRouteController().stopRoute("first");
            context.getRouteController().startRoute("first");
        }

        await("all", () -> seen.size() >= 1000);
        awaitAcknowledged();
        assertEquals(1000, seen.size());
        assertEquals(portal.recorded(7), seen.stream().sorted().toList());
    }

    @Test
    void whoCouldNotBeginToReceiveLeavesNoClaim() throws Exception {
        context.getRegistry().bind("finished", new MemoryIdempotentRepository() {
            @Override
            protected void doStart() throws Exception {
                throw new IllegalStateException("on purpose");
            }
        });
        context.start();
        assertThrows(Exception.class, () -> context.createConsumerTemplate()
                .receiveNoWait("bitrix24-im:events?idempotentRepository=#finished"));

        routes(reader("first", ""));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }

    private LambdaRouteBuilder reader(String id, String options) {
        return r -> r.from("bitrix24-im:events?" + FAST + (options.isEmpty() ? "" : "&" + options)).routeId(id)
                .process(e -> note(e));
    }
}
