package io.github.camelbitrix24.im.observe;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelbitrix24.im.WatchedRouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.PAUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What JMX shows of a consumer, and what it can be told through it.
 */
class ConsumerManagementTest extends WatchedRouteTest {

    @Test
    void showsWhatWasDone() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        awaitAcknowledged();

        long offset = portal.recorded(7).get(1) + 1;
        await("the offset", () -> shown("AcknowledgedOffset").equals(offset));
        assertEquals("HEARING", shown("ConsumerState"));
        assertEquals("Events are coming.", shown("ConsumerStateReason"));
        assertEquals(2L, shown("EventsReceived"));
        assertEquals(0, shown("EventsInFlight"));
        assertEquals(0, shown("Lanes"));
        assertEquals(0L, shown("LagSeconds"));
        assertEquals(0L, shown("EventsTakenAway"));
        assertEquals(0L, shown("EventsNotDeleted"));
        assertEquals(0L, shown("EventsUnreadable"));
        assertEquals(0L, shown("EventsLeftOut"));
        assertEquals("7", shown("User"));
        assertEquals(portal.url(), "http://" + shown("Portal"));
        assertEquals(true, shown("Up"));
        assertTrue((long) shown("LastPollSeconds") >= 0);
        assertEquals(0L, shown("TokenRefreshes"));
        assertTrue((long) shown("ThrottledMillis") >= 0);
        assertTrue((long) shown("Requests") >= 3);
        assertEquals("Started", shown("State"));
    }

    @Test
    void showsWhatIsUnderWayAndComesAgain() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        hear(FAST, exchange -> {
            if (entered.getCount() > 0) {
                entered.countDown();
                assertTrue(goOn.await(20, TimeUnit.SECONDS));
                throw new IllegalStateException("on purpose");
            }
        });
        awaitState(IDLE);
        portal.user(12).says("chat5", "one");
        assertTrue(entered.await(20, TimeUnit.SECONDS));
        assertEquals(1, shown("ExchangesRunning"));
        assertEquals(1, shown("EventsInFlight"));
        assertEquals(1, shown("Lanes"));
        assertEquals(0L, shown("EventRedeliveries"));
        goOn.countDown();

        awaitAcknowledged();
        assertEquals(1L, shown("EventRedeliveries"));
    }

    @Test
    void pausesAndResumes() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        tell("pause");
        awaitState(PAUSED);
        assertEquals("PAUSED", shown("ConsumerState"));
        portal.await(p -> p.underWay(GET) == 0, SOON);
        portal.user(12).says("chat5", "said in the pause");
        tell("resume");

        awaitAcknowledged();
        assertEquals(1, seen.size());
    }

    @Test
    void pollsNowThoughItWouldWait() throws Exception {
        portal.fail(GET, Fault.error("INVALID_CREDENTIALS"));
        hear(FAST, this::note);
        awaitState(REFUSED);
        await("the failure", () -> !eventConsumer().isPolling() && eventConsumer().getErrorCounter() > 0);
        assertTrue(shown("ConsumerStateReason").toString().contains("INVALID_CREDENTIALS"));
        tell("pollNow");

        awaitState(IDLE);
    }

    /** Camel shows no consumer before its start, but whoever has it may ask. */
    @Test
    void aConsumerThatWasNeverStartedShowsNothingAndCanBePausedAndResumed() throws Exception {
        RouteBuilder.addRoutes(context, r -> r.from("bitrix24-im:events?" + FAST).routeId("hears").autoStartup(false)
                .process(ConsumerManagementTest.this::note));
        context.start();
        eventConsumer().pause();

        assertEquals("STARTING", eventConsumer().getConsumerState());
        assertEquals("It has not polled yet.", eventConsumer().getConsumerStateReason());
        assertEquals(0, eventConsumer().getLagSeconds());
        assertEquals(0, eventConsumer().getLastPollSeconds());
        assertFalse(eventConsumer().isUp());
        assertEquals(0, eventConsumer().getEventsUnreadable());
        eventConsumer().pollNow();
        eventConsumer().resume();
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "one");
        awaitAcknowledged();
        assertEquals(1, seen.size());
    }

    private Object shown(String attribute) {
        try {
            return server().getAttribute(mbean(), attribute);
        } catch (Exception e) {
            throw new AssertionError(attribute, e);
        }
    }

    private void tell(String operation) throws Exception {
        server().invoke(mbean(), operation, new Object[0], new String[0]);
    }

    private ObjectName mbean() throws Exception {
        return server().queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=consumers,*"), null)
                .iterator().next();
    }

    private MBeanServer server() {
        return context.getManagementStrategy().getManagementAgent().getMBeanServer();
    }
}
