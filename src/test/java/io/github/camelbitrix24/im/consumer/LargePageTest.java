package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Pages that are larger than is accepted, or that take longer.
 */
class LargePageTest extends RouteTest {

    @Test
    void aPageThatIsTooLargeIsAskedForAgainWithFewerEvents() throws Exception {
        reader.subscribed();
        for (int i = 0; i < 100; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        start("&maxResponseSize=30000");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertTrue(portal.calls("im.v2.Event.get").stream()
                .anyMatch(call -> Integer.parseInt(String.valueOf(call.param("limit"))) > 1
                        && Integer.parseInt(String.valueOf(call.param("limit"))) < 100),
                portal::describe);
    }

    @Test
    void whenTheQueueIsEmptyWholePagesAreAskedForAgain() throws Exception {
        aPageThatIsTooLargeIsAskedForAgainWithFewerEvents();
        int calls = portal.calls("im.v2.Event.get").size();

        await("a whole page", () -> portal.calls("im.v2.Event.get").stream().skip(calls)
                .anyMatch(call -> "1000".equals(String.valueOf(call.param("limit")))));
    }

    @Test
    void aPageThatTakesTooLongIsAskedForAgainWithFewerEvents() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        portal.fail("im.v2.Event.get", Fault.slow(Duration.ofSeconds(2)));
        start("&responseTimeout=500");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertTrue(portal.calls("im.v2.Event.get").stream().anyMatch(call -> "500".equals(String.valueOf(call.param("limit")))),
                portal::describe);
    }

    private void start(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?requestsPerSecond=0&" + FAST + options).process(e -> note(e)));
    }
}
