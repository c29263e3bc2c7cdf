package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImEventsTakenAwayEvent;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.LateRows;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;

/**
 * What is acknowledged, when, and what happens to what is not.
 */
class AcknowledgementTest extends RouteTest {

    @Test
    void aRowThatBecomesVisibleLateIsNeitherLostNorTwice() throws Exception {
        start(QUICK + "&settleTime=3000", this::note);
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
    void whatBecomesVisibleWhileAnAnswerIsOnItsWayIsNotLost() throws Exception {
        start(QUICK + "&settleTime=2000", this::note);
        portal.withholdVisibility(Duration.ofMillis(1_900),
                () -> portal.user(12).says("chat5", "given an id first, seen later"));
        portal.user(12).says("chat5", "seen first");
        await("the higher id", () -> seen.size() == 1);
        portal.fail("im.v2.Event.get", Fault.slow(Duration.ofMillis(2_500)));

        await("the late one", () -> seen.size() == 2);
        awaitAcknowledged();
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void oldEventsAreSettledAtFirstSight() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        portal.clock().advance(Duration.ofHours(1));
        start(QUICK + "&settleTime=3600s", this::note);

        awaitAcknowledged();
        assertEquals(1, seen.size());
    }

    @Test
    void eventsOfARestoredPortalArriveThoughTheirIdsAreLower() throws Exception {
        portal.skipIds(3000);
        start(QUICK + "&settleTime=1000", this::note);
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
    void whilePeopleTalkPollsBringAcknowledgementsAlong() throws Exception {
        start(FAST + "&ackInterval=60s", this::note);
        for (int message = 1; message <= 20; message++) {
            int said = message;
            portal.user(12).says("chat5", "message " + said);
            await("message " + said, () -> seen.size() == said);
        }

        awaitAcknowledged();
        long ofTheirOwn = portal.calls("im.v2.Event.get").stream()
                .filter(call -> "1".equals(String.valueOf(call.param("limit")))).count();
        assertTrue(ofTheirOwn <= 1, "acknowledgements of their own: " + ofTheirOwn);
        assertEquals(List.of(), portal.lost(7));
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
    void whatThePortalForgetsAfterADayIsNotReported() throws Exception {
        List<Bitrix24ImEventsTakenAwayEvent> reports = reports();
        CountDownLatch goOn = new CountDownLatch(1);
        start(FAST + "&concurrency=2", exchange -> {
            note(exchange);
            goOn.await(20, TimeUnit.SECONDS);
        });
        portal.user(12).says("chat5", "it takes more than a day");
        await("seen", () -> seen.size() == 1);
        portal.clock().advance(Duration.ofHours(25));
        portal.await(p -> p.purged(7).size() == 1, SOON);
        int polls = portal.calls("im.v2.Event.get").size();
        await("more polls", () -> portal.calls("im.v2.Event.get").size() > polls + 2);
        goOn.countDown();

        assertEquals(List.of(), reports);
    }

    @Test
    void whatAnotherReaderTakesAwayIsReported() throws Exception {
        List<Bitrix24ImEventsTakenAwayEvent> reports = reports();
        start(QUICK + "&settleTime=15s", this::note);
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        await("both seen", () -> seen.size() == 2);
        takeAllAway();

        await("the report", () -> !reports.isEmpty());
        assertEquals(portal.recorded(7), reports.get(0).getEventIds());
        int polls = portal.calls("im.v2.Event.get").size();
        await("more polls", () -> portal.calls("im.v2.Event.get").size() > polls + 3);
        assertEquals(1, reports.size());
    }

    @Test
    void anOffsetNeverPassesWhatIsUnfinished() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        portal.chat("chat6").members(7, 12);
        start(FAST + "&concurrency=4&ackInterval=100", exchange -> {
            if (seen.isEmpty() && exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class) == 6) {
                goOn.await(20, TimeUnit.SECONDS);
            }
            note(exchange);
        });
        portal.user(12).says("chat6", "one");
        await("one is worked on", () -> context.getInflightRepository().size() == 1);
        portal.user(12).says("chat5", "two");
        await("two", () -> seen.size() == 1);
        int polls = portal.calls("im.v2.Event.get").size();
        await("more polls", () -> portal.calls("im.v2.Event.get").size() > polls + 2);
        portal.calls("im.v2.Event.get").forEach(call -> assertEquals("1", String.valueOf(call.param("offset"))));
        goOn.countDown();

        awaitAcknowledged();
        assertEquals(2, seen.size());
    }

    @Test
    void whatTheRouteDoesNotWantIsAcknowledgedUnseen() throws Exception {
        start(FAST + "&eventTypes=ONIMV2MESSAGEADD&includeOwn=false", this::note);
        portal.record(7, "ONIMV2WEIRD", "{}");
        reader.says("chat5", "I talk to myself");
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(List.of(portal.recorded(7).get(2)), seen);
    }

    @Test
    void whenAPageFillsWithinSettleTimeProgressGoesFirst() throws Exception {
        reader.subscribed();
        for (int i = 0; i < 12; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        start(QUICK + "&settleTime=15s&limit=5", this::note);

        await("all seen", () -> seen.size() == 12);
        portal.await(p -> p.acknowledged(7).size() == 10, SOON);
        assertEquals(portal.recorded(7), seen);
        context.getShutdownStrategy().setTimeout(1);
    }

    static Stream<Named<Fault>> lostAnswers() {
        return Stream.of(
                named("cut", Fault.cutBody()),
                named("dropped", Fault.droppedAfterActing()),
                named("reset", Fault.resetAfterActing()),
                named("late", Fault.slow(Duration.ofSeconds(2))));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void whenTheAnswerToAnAcknowledgementIsLostNothingElseIs(Fault fault) throws Exception {
        List<Bitrix24ImEventsTakenAwayEvent> reports = reports();
        start(FAST + "&limit=10&responseTimeout=500", this::note);
        for (int i = 0; i < 30; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        // every second call, so that some of them acknowledge
        for (int i = 0; i < 3; i++) {
            portal.fail("im.v2.Event.get", Fault.none()).fail("im.v2.Event.get", fault);
        }

        awaitAcknowledged();
        int polls = portal.calls("im.v2.Event.get").size();
        await("more polls", () -> portal.calls("im.v2.Event.get").size() > polls + 3);
        assertEquals(portal.recorded(7), seen);
        assertEquals(List.of(), portal.lost(7));
        assertEquals(List.of(), reports, "it was our own doing");
    }

    @Test
    void anOutageInMidStreamLosesNothing() throws Exception {
        start(FAST + "&limit=10&connectTimeout=500", this::note);
        for (int i = 0; i < 20; i++) {
            portal.user(12).says("chat5", "before " + i);
        }
        await("some", () -> seen.size() > 5);
        try (AutoCloseable outage = portal.outage()) {
            for (int i = 0; i < 20; i++) {
                portal.user(12).says("chat5", "during " + i);
            }
        }

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void anEventWithTheIdOfAFinishedOneArrivesAfterARestore() throws Exception {
        start(QUICK + "&settleTime=15s", this::note);
        portal.user(12).says("chat5", "before");
        await("before", () -> seen.size() == 1);
        portal.dropRows();
        portal.restartIdsAt(seen.get(0));
        portal.clock().advance(Duration.ofSeconds(5));
        portal.user(12).says("chat5", "after");

        await("after", () -> seen.size() == 2);
        assertEquals(seen.get(0), seen.get(1));
        context.getShutdownStrategy().setTimeout(1);
    }

    @Test
    void whenAnotherApplicationUnsubscribesTheRecordingIsTurnedOnAgain() throws Exception {
        start(FAST + "&resubscribeInterval=500", this::note);
        template.sendBody("bitrix24-im:unsubscribe", null);
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");

        await("seen", () -> seen.size() == 1);
    }

    private List<Bitrix24ImEventsTakenAwayEvent> reports() {
        List<Bitrix24ImEventsTakenAwayEvent> reports = new CopyOnWriteArrayList<>();
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof Bitrix24ImEventsTakenAwayEvent taken) {
                    reports.add(taken);
                }
            }
        });
        return reports;
    }

    /** As another application of the same user would. */
    private void takeAllAway() {
        List<Long> ids = portal.recorded(7);
        template.sendBodyAndHeader("bitrix24-im:events?limit=1", null, Bitrix24ImConstants.OFFSET,
                ids.get(ids.size() - 1) + 1);
    }

    @Test
    void alsoWhereThePortalAlwaysTakesItsTime() throws Exception {
        portal.fail("im.v2.Event.get", Fault.slow(Duration.ofMillis(1_200)), 1_000);
        routes(r -> r.from("bitrix24-im:events?" + FAST).process(e -> note(e)));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "one");

        awaitAcknowledged();
    }
}
