package io.github.camelbitrix24.im.check;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A check disturbs no consumer, and sees how those fare that there are. */
class CheckOfConsumersTest extends CheckRouteTest {

    @Test
    void aConsumerIsNotDisturbed() throws Exception {
        start(QUICK + "&settleTime=3600000", this::note);
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        await("both events", () -> seen.size() == 2);

        CheckReport report = checkOf("chat5");

        assertTrue(report.isFine(), report::toString);
        assertEquals(List.of(1L, 2L), portal.pending(7));
        assertEquals(List.of(), portal.acknowledged(7));
        assertTrue(portal.subscribed(7));
        assertEquals(1, portal.calls("im.v2.Event.subscribe").size());
        portal.user(12).says("chat5", "three");
        await("the next event", () -> seen.size() > 2);
        assertEquals(List.of(1L, 2L, 3L), seen);
    }

    @Test
    void aRouteChecksTheChatOfTheEventThatItHandles() throws Exception {
        List<CheckReport> reports = new CopyOnWriteArrayList<>();
        routes(r -> r.from("bitrix24-im:events?" + FAST).routeId("events").to(CHECK)
                .process(exchange -> reports.add(exchange.getMessage().getBody(CheckReport.class))));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "why?");
        awaitAcknowledged();

        assertEquals(1, reports.size());
        assertTrue(reports.get(0).isFine(), reports::toString);
        assertRow(reports.get(0), "membership", Verdict.HOLDS, "chat5");
    }

    @Test
    void aClockADayOffIsTheOnlyCauseWhileARouteHears() throws Exception {
        start(FAST, this::note);
        portal.clock().advance(Duration.ofDays(1));
        portal.user(12).says("chat5", "one");
        await("the event", () -> !seen.isEmpty());

        assertOnlyCause(check(), "clock", "1 day ahead of", "NTP");
    }

    @Test
    void callsThatThePortalRejectedBeforeAreNoCause() throws Exception {
        start(FAST, this::note);
        portal.fail("im.v2.Event.get", Fault.error("QUERY_LIMIT_EXCEEDED", "", 503), 1);
        portal.user(12).says("chat5", "one");
        await("the event", () -> !seen.isEmpty());

        CheckReport report = check();

        assertTrue(report.isFine(), report::toString);
        assertRow(report, "budget", Verdict.HOLDS, "has rejected 1 as too many");
    }

    @Test
    void aRouteThatWasStopped() throws Exception {
        start(FAST, this::note);
        context.getRouteController().stopRoute("events");

        assertOnlyCause(check(), "consumers", "route events: It does not run", "");
    }

    @Test
    void aRouteThatWasSuspended() throws Exception {
        start(FAST, this::note);
        context.getRouteController().suspendRoute("events");

        assertOnlyCause(check(), "consumers", "route events: It was paused. Resume it", "");
    }

    @Test
    void aRouteThatListensToAChatOfWhichTheUserIsNoMember() throws Exception {
        portal.chat("chat9").members(12);
        start(FAST + "&dialogs=chat5,chat9", this::note);

        assertOnlyCause(check(), "membership", "no member of chat9", "add the user");
    }

    @Test
    void aChatThatNoRouteListensTo() throws Exception {
        portal.chat("chat9").members(7, 12);
        start(FAST + "&dialogs=chat9", this::note);

        assertOnlyCause(checkOf("chat5"), "consumers", "dialogs of route events does not name chat5", "Add chat5");
        CheckReport report = checkOf("CHAT9");
        assertTrue(report.isFine(), report::toString);
    }

    @Test
    void eventsThatOptionsKeepFromARouteAreToldOf() throws Exception {
        start(FAST + "&eventTypes=ONIMV2REACTIONCHANGE", this::note);
        portal.user(12).says("chat5", "one");
        awaitAcknowledged();

        CheckRow consumers = check().row("consumers");

        assertEquals(Verdict.HOLDS, consumers.verdict());
        assertTrue(String.valueOf(consumers.advice()).startsWith("1 event was kept from routes"), consumers::toString);
    }
}
