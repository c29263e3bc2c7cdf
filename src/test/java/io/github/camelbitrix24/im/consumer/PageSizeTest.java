package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A portal that was slow for a while: pages become smaller, but not tiny, and large again while there is a backlog. */
class PageSizeTest extends RouteTest {

    private void start(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + FAST + options).process(e -> note(e)));
    }

    private int limit(int call) {
        return Integer.parseInt(String.valueOf(portal.calls("im.v2.Event.get").get(call).param("limit")));
    }

    @Test
    void timeOutsNeverMakeAPageTiny() throws Exception {
        reader.subscribed();
        for (int i = 0; i < 600; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        Fault hang = Fault.hang();
        portal.fail("im.v2.Event.get", hang, 3);
        start("&limit=120&responseTimeout=200");

        await("the portal answers again", () -> portal.calls("im.v2.Event.get").size() > 3);
        ((Fault.Hang) hang).release();
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        for (int call = 0; call < portal.calls("im.v2.Event.get").size(); call++) {
            // an acknowledgement asks for 1
            assertTrue(limit(call) == 1 || limit(call) >= 50, "asks for " + limit(call));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 4 })
    void whileThereIsABacklogPagesGrowAgain(int concurrency) throws Exception {
        reader.subscribed();
        for (int i = 0; i < 1_500; i++) {
            portal.user(12).says("chat" + (5 + i % 3), "message " + i);
        }
        Fault hang = Fault.hang();
        portal.fail("im.v2.Event.get", hang, 3);
        start("&limit=400&responseTimeout=300&concurrency=" + concurrency);
        await("the portal answers again", () -> portal.calls("im.v2.Event.get").size() > 3);
        ((Fault.Hang) hang).release();

        await("all", () -> seen.size() == portal.recorded(7).size());
        awaitAcknowledged();
        int calls = portal.calls("im.v2.Event.get").size();
        assertTrue(java.util.stream.IntStream.range(3, calls).anyMatch(call -> limit(call) == 400), "never whole pages again");
        assertTrue(calls < 30, calls + " calls for 1500 events");
    }

    @Test
    void withTooLongEventsPagesStaySmallEnough() throws Exception {
        reader.subscribed();
        for (int i = 0; i < 60; i++) {
            portal.user(12).says("chat5", "x".repeat(2_000));
        }
        start("&maxResponseSize=20000");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        int calls = portal.calls("im.v2.Event.get").size();
        assertTrue(calls < 60, calls + " calls: grows and fails again and again");
    }
}
