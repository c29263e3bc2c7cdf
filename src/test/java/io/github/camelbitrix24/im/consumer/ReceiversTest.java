package io.github.camelbitrix24.im.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever receives on demand shares a user's events with the others who do, as long as anybody holds one of them. */
class ReceiversTest extends RouteTest {

    private static final String EVENTS = "bitrix24-im:events?" + FAST;

    @ParameterizedTest
    @ValueSource(strings = {
            "eventTypes=ONIMV2MESSAGEADD", "includeOwn=false", "limit=7", "maxInFlight=3", "settleTime=50",
            "breakOnFirstError=false", "autoSubscribe=false", "resubscribeInterval=1000", "maxResponseSize=100000",
            "idempotentRepository=#finished" })
    void receiversThatWantOtherEventsAreRefused(String option) throws Exception {
        context.getRegistry().bind("finished", MemoryIdempotentRepository.memoryIdempotentRepository());
        context.start();
        String first = "bitrix24-im:events?delay=100&busyDelay=100"
                       + (option.startsWith("settleTime") ? "" : "&settleTime=0") + "&eventTypes=ONIMV2JOINCHAT";
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            assertNull(template.receiveNoWait(first));
            portal.user(12).says("chat5", "hello");

            String other = option.startsWith("eventTypes")
                    ? first.replace("&eventTypes=ONIMV2JOINCHAT", "&" + option) : first + "&" + option;
            Exception refused = assertThrows(Exception.class, () -> template.receiveNoWait(other));
            assertTrue(Stream.iterate((Throwable) refused, t -> t != null, Throwable::getCause)
                    .anyMatch(t -> t.getMessage().contains("with other values of " + option.replaceAll("=.*", ""))),
                    refused.toString());
        }
    }

    @Test
    void anotherOrderOfTheSameTypesIsNoDifference() throws Exception {
        context.start();
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            assertNull(template.receiveNoWait(EVENTS + "&eventTypes=ONIMV2MESSAGEADD,ONIMV2JOINCHAT"));
            portal.user(12).says("chat5", "hello");
            assertNotNull(template.receiveNoWait(EVENTS + "&eventTypes=onimv2joinchat, ONIMV2MESSAGEADD"));
        }
    }

    @Test
    void anEventIsKnownUntilItsExchangeIsDoneHoweverShortItsReceiverLived() throws Exception {
        reader.subscribed();
        routes(r -> r.from("direct:next").pollEnrich().constant(EVENTS).timeout(5_000).cacheSize(-1).process(e -> note(e))
                .choice().when(e -> seen.size() % 3 == 0).throwException(new IllegalStateException("now and then")));
        for (int i = 0; i < 4; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        List<Long> ids = portal.recorded(7);
        for (int i = 0; i < 5; i++) {
            template.send("direct:next", e -> {
            });
        }

        assertEquals(List.of(ids.get(0), ids.get(1), ids.get(2), ids.get(2), ids.get(3)), seen);
        awaitAcknowledged();
    }

    @Test
    void twoUsersInACacheForOne() throws Exception {
        EmulatedUser other = portal.user(8);
        portal.chat("chat6").members(8, 12);
        context.getRegistry().bind("other", new WebhookCredentials(other.webhook()));
        reader.subscribed();
        other.subscribed();
        routes(r -> r.from("direct:next").pollEnrich().simple(EVENTS + "&credentials=#${body}").timeout(5_000).cacheSize(1)
                .process(e -> note(e)));
        for (int i = 0; i < 4; i++) {
            portal.user(12).says("chat5", "to 7");
            portal.user(12).says("chat6", "to 8");
        }
        for (int i = 0; i < 4; i++) {
            template.sendBody("direct:next", "reader");
            template.sendBody("direct:next", "other");
        }

        assertEquals(Stream.concat(portal.recorded(7).stream(), portal.recorded(8).stream()).sorted().toList(),
                seen.stream().sorted().toList());
        portal.await(p -> p.pending(7).isEmpty() && p.pending(8).isEmpty(), SOON);
    }

    @Test
    void receiversThatComeAndGoNeverReadOneQueueInTwoGroups() throws Exception {
        reader.subscribed();
        for (int i = 0; i < 120; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        context.start();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            results.add(threads.submit(() -> {
                PollingConsumer receiver = context.getEndpoint(EVENTS).createPollingConsumer();
                receiver.start();
                Exchange exchange = receiver.receive(20_000);
                note(exchange);
                receiver.stop();
                exchange.getExchangeExtension().handoverCompletions().forEach(done -> done.onComplete(exchange));
                return null;
            }));
        }
        for (Future<?> result : results) {
            result.get();
        }
        threads.shutdown();

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen.stream().sorted().toList());
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void whenTheLastEventIsDoneTheUserIsFreeForARoute() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        context.start();
        PollingConsumer receiver = context.getEndpoint(EVENTS).createPollingConsumer();
        receiver.start();
        Exchange exchange = receiver.receive(5_000);
        receiver.stop();
        assertThrows(Exception.class, this::readInARoute, "it is in somebody's hands");
        exchange.getUnitOfWork();
        exchange.getExchangeExtension().handoverCompletions().forEach(completion -> completion.onComplete(exchange));
        awaitAcknowledged();

        await("a route that reads", () -> {
            try {
                readInARoute();
                return true;
            } catch (Exception e) {
                return false;
            }
        });
    }

    private void readInARoute() throws Exception {
        context.removeRoute("reads");
        RouteBuilder.addRoutes(context, r -> r.from(EVENTS + "&limit=5").routeId("reads").process(e -> note(e)));
    }

    @ParameterizedTest
    @ValueSource(longs = { Long.MAX_VALUE, Long.MAX_VALUE / 1_000_000 })
    void forEverIsNotTooLong(long timeout) throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        context.start();
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            assertNotNull(template.receive(EVENTS, timeout));
        }
    }

    @Test
    void aReceiverThatIsNotStartedSaysSo() throws Exception {
        context.start();
        PollingConsumer receiver = context.getEndpoint(EVENTS).createPollingConsumer();
        assertThrows(RejectedExecutionException.class, () -> receiver.receive(1));
        receiver.start();
        receiver.stop();
        assertThrows(RejectedExecutionException.class, () -> receiver.receive(1));
        assertThrows(RejectedExecutionException.class, receiver::receiveNoWait);
    }

    @Test
    void aFailedEventIsNotRememberedAsFinishedAlthoughItCountsAsDone() throws Exception {
        MemoryIdempotentRepository finished
                = (MemoryIdempotentRepository) MemoryIdempotentRepository.memoryIdempotentRepository();
        context.getRegistry().bind("finished", finished);
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        routes(r -> {
            r.errorHandler(r.noErrorHandler());
            r.from("direct:next").pollEnrich(EVENTS + "&breakOnFirstError=false&idempotentRepository=#finished", 5_000)
                    .throwException(new IllegalStateException("on purpose"));
        });
        assertThrows(Exception.class, () -> template.sendBody("direct:next", ""));

        awaitAcknowledged();
        assertEquals(0, finished.getCacheSize());
    }
}
