package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.TransportOptions;
import io.github.camelbitrix24.im.testkit.LateRows;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What is acknowledged, when, and what happens to what is not.
 */
class AcknowledgementTest extends RouteTest {

    private static final String SETTLING = "initialDelay=0&delay=100&busyDelay=100";

    @Test
    void aRowThatBecomesVisibleLateIsNeitherLostNorTwice() throws Exception {
        start(SETTLING + "&settleTime=3000", this::note);
        LateRows late = portal.withholdVisibility(() -> portal.user(12).says("chat5", "given an id first, seen later"));
        portal.user(12).says("chat5", "seen first");
        await("the higher id", () -> seen.size() == 1);
        late.commit();

        await("the late one", () -> seen.size() == 2);
        awaitAcknowledged();
        assertEquals(List.of(), portal.lost(7));
        assertEquals(2, seen.stream().distinct().count());
    }

    @Test
    void oldEventsAreSettledAtFirstSight() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        portal.clock().advance(Duration.ofHours(1));
        start(SETTLING + "&settleTime=3600s", this::note);

        awaitAcknowledged();
        assertEquals(1, seen.size());
    }

    @Test
    void eventsOfARestoredPortalArriveThoughTheirIdsAreLower() throws Exception {
        portal.skipIds(3000);
        start(SETTLING + "&settleTime=1000", this::note);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 150; i++) {
                portal.user(12).says("chat5", "round " + round + ", message " + i);
            }
            int expected = 150 * (round + 1);
            await("round " + round, () -> seen.size() == expected);
            // restored while our acknowledgement is still to come
            portal.dropRows();
            portal.restartIdsAt(portal.recorded(7).get(0) - 1500 + 500 * round);
        }
        portal.user(12).says("chat5", "the last one");

        await("the last one", () -> seen.size() == 301);
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void aPollWithNothingNewToAcknowledgeDeletesNothing() throws Exception {
        start(FAST, this::note);
        await("three polls", () -> portal.calls("im.v2.Event.get").size() >= 3);

        portal.calls("im.v2.Event.get").forEach(call -> assertEquals("1", String.valueOf(call.param("offset"))));
    }

    @Test
    void progressIsAcknowledgedWhileALongPageIsWorkedThrough() throws Exception {
        CountDownLatch half = new CountDownLatch(50);
        CountDownLatch goOn = new CountDownLatch(1);
        reader.subscribed();
        for (int i = 0; i < 100; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        start(FAST + "&ackInterval=200", exchange -> {
            if (half.getCount() == 0) {
                goOn.await(20, TimeUnit.SECONDS);
            }
            note(exchange);
            half.countDown();
        });

        portal.await(p -> p.pending(7).size() == 50, SOON);
        goOn.countDown();
        awaitAcknowledged();
        assertEquals(100, seen.stream().distinct().count());
    }

    @Test
    void whatAnotherReaderTakesAwayIsReported() throws Exception {
        List<Bitrix24ImEventsTakenAwayEvent> reports = new CopyOnWriteArrayList<>();
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof Bitrix24ImEventsTakenAwayEvent taken) {
                    reports.add(taken);
                }
            }
        });
        start(SETTLING + "&settleTime=60s", this::note);
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        await("both seen", () -> seen.size() == 2);
        stealAll();

        await("the report", () -> !reports.isEmpty());
        assertEquals(portal.recorded(7), reports.get(0).getEventIds());
        int polls = portal.calls("im.v2.Event.get").size();
        await("more polls", () -> portal.calls("im.v2.Event.get").size() > polls + 3);
        assertEquals(1, reports.size());
    }

    @Test
    void withAnIdempotentRepositoryNothingComesTwiceAfterACrash() throws Exception {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        repository.start();
        context.getRegistry().bind("finished", repository);
        start(FAST + "&idempotentRepository=#finished", this::note);
        portal.user(12).says("chat5", "hello");
        await("seen", () -> seen.size() == 1);
        long id = portal.recorded(7).get(0);
        awaitAcknowledged();

        String key = repository.getCache().keySet().iterator().next().toString();
        assertTrue(key.startsWith(portal.url().substring("http://".length()) + "/7/" + id + "/20"), key);
        assertEquals(1, repository.getCacheSize());
    }

    private void stealAll() throws Exception {
        CamelHttpTransport transport = new CamelHttpTransport(
                context, new TransportOptions(
                        PortalAddress.parse(portal.url(), false), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20),
                null);
        transport.start();
        new EventQueue(new RestClient(transport, new WebhookCredentials(reader.webhook()), new RequestBudget(System::nanoTime)))
                .get(new ArrayList<>(portal.recorded(7)).get(portal.recorded(7).size() - 1) + 1, 1, null);
        transport.stop();
    }

    private void start(String options, Processor work) throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bitrix24-im:events?" + options).process(work);
            }
        });
        portal.await(p -> p.subscribed(7), SOON);
    }
}
