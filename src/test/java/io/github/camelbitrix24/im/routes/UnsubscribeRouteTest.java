package io.github.camelbitrix24.im.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.camelbitrix24.im.testkit.Conversation;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UnsubscribeRouteTest extends ShippedRoutes {

    @Test
    void worksThroughWhatThereIsAndThenUnsubscribes() throws Exception {
        option("limit", "7");
        // the reader sees nothing of what is said before the route unsubscribe takes over
        option("delay", "3600000");
        option("busy-delay", "3600000");
        startAll();
        portal.await(p -> p.subscribed(7) && !p.calls("im.v2.Event.get").isEmpty(), SOON);
        new Conversation(portal, 7, 5).steps(50);

        startRoute("unsubscribe");
        portal.await(p -> !p.subscribed(7), SOON);

        assertEquals("Stopped", status("events"));
        assertTrue(portal.recorded(7).size() > 50);
        assertEquals(portal.recorded(7), Archive.eventIds(archive));
        assertEquals(portal.recorded(7), portal.acknowledged(7));
        assertEquals(List.of(), portal.purged(7));
    }

    @Test
    void doesNotFightWithAReaderThatIsAtWork() throws Exception {
        startAll();
        awaitSubscribed();
        Conversation conversation = new Conversation(portal, 7, 6).steps(40);
        portal.await(p -> p.acknowledged(7).size() > 5, SOON);
        conversation.steps(40);

        startRoute("unsubscribe");
        portal.await(p -> !p.subscribed(7), SOON);

        assertEquals(portal.recorded(7), Archive.eventIds(archive), "each once");
        assertEquals(List.of(), portal.lost(7));
        assertEquals(List.of(), portal.purged(7));
        assertEquals(1, portal.peak("im.v2.Event.get"));
    }

    @Test
    void anEventThatFailsKeepsTheUserSubscribedAndTheReaderAtWork() throws Exception {
        option("delay", "3600000");
        option("busy-delay", "3600000");
        startAll();
        portal.await(p -> p.subscribed(7) && !p.calls("im.v2.Event.get").isEmpty(), SOON);
        obstruct(archive.resolve("chat-5.jsonl"));
        portal.user(12).says("chat5", "cannot be archived");

        startRoute("unsubscribe");
        log.await("unsubscribe", 1, SOON);
        portal.await(p -> p.calls("im.v2.Event.get").size() >= 3, SOON);

        assertTrue(portal.subscribed(7));
        assertEquals("Started", status("events"));
        assertFalse(portal.pending(7).isEmpty());
        assertEquals(List.of(), portal.purged(7));
        assertEquals(0, portal.calls("im.v2.Event.unsubscribe").size());
    }

    @Test
    void aPortalThatCannotBeReadKeepsTheUserSubscribed() throws Exception {
        startAll();
        awaitSubscribed();
        portal.fail("im.v2.Event.get", Fault.html(502), 1000);
        startRoute("unsubscribe");
        log.await("unsubscribe", 1, SOON);

        assertTrue(portal.subscribed(7));
        assertEquals(0, portal.calls("im.v2.Event.unsubscribe").size());
    }

    private static void obstruct(Path file) throws IOException {
        Files.createDirectories(file);
        Files.createFile(file.resolve("in the way"));
    }
}
