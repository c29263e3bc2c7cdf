package io.github.camelbitrix24.im.observe;

import java.util.Collection;
import java.util.Map;

import io.github.camelbitrix24.im.WatchedRouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The developer console: what it says of a consumer, as text and as JSON. */
class ConsoleTest extends WatchedRouteTest {

    @Test
    void tellsHowTheConsumerFares() throws Exception {
        hear(FAST, this::note);
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "one");
        awaitAcknowledged();
        long offset = portal.recorded(7).get(0) + 1;
        await("the acknowledgement", () -> figures().get("acknowledgedOffset").equals(offset));

        JsonObject figures = figures();
        assertEquals("HEARING", figures.get("state"));
        assertEquals("7", figures.get("user"));
        assertEquals(portal.url(), "http://" + figures.get("portal"));
        assertEquals(1L, figures.get("received"));
        assertEquals(0, figures.get("inFlight"));
        assertEquals(0, figures.get("lanes"));
        assertEquals(0L, figures.get("lagSeconds"));
        assertEquals(0L, figures.get("redeliveries"));
        assertEquals(0L, figures.get("notDeleted"));
        assertEquals(0L, figures.get("unreadable"));
        assertEquals(0L, figures.get("leftOut"));
        assertEquals(true, figures.get("up"));
        assertTrue((long) figures.get("lastPollSeconds") >= 0, figures::toJson);
        assertEquals(0L, figures.get("portalRejections"));
        assertTrue((long) figures.get("requests") >= 3, figures::toJson);

        String text = (String) console().call(DevConsole.MediaType.TEXT, Map.of());
        assertTrue(text.contains("state: HEARING") && text.contains("acknowledgedOffset: " + offset), text);
        assertFalse(text.contains(reader.secret()), text);
    }

    @Test
    void tellsThatNothingWorks() throws Exception {
        portal.fail(GET, Fault.error("INVALID_CREDENTIALS"), 1000);
        hear(FAST, this::note);
        awaitState(REFUSED);

        assertEquals(false, figures().get("up"));
        await("the lag to grow", () -> (long) figures().get("lagSeconds") > 0);
        assertTrue((long) figures().get("lastPollSeconds") > 0);
    }

    @Test
    void knowsNothingOfAStoppedConsumer() throws Exception {
        hear(FAST, this::note);
        portal.await(p -> p.subscribed(7), SOON);
        context.getRouteController().stopAllRoutes();

        assertEquals(0, consumers().size());
        assertEquals("", console().call(DevConsole.MediaType.TEXT, Map.of()));
    }

    private JsonObject figures() {
        return (JsonObject) consumers().iterator().next();
    }

    private Collection<?> consumers() {
        return ((JsonObject) console().call(DevConsole.MediaType.JSON, Map.of())).getCollection("consumers");
    }

    private DevConsole console() {
        DevConsoleRegistry consoles = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        return consoles.resolveById("bitrix24-im");
    }
}
