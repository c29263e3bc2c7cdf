package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What a repository of finished events is asked and told, and when.
 */
class IdempotentRepositoryTest extends RouteTest {

    private static final String READING = QUICK + "&idempotentRepository=#finished";

    private final List<String> added = new CopyOnWriteArrayList<>();
    private volatile int failingLookups;
    private volatile boolean full;

    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository() {
        @Override
        public boolean contains(String key) {
            if (failingLookups > 0) {
                failingLookups--;
                throw new IllegalStateException("cannot look up");
            }
            return super.contains(key);
        }

        @Override
        public boolean add(String key) {
            if (full) {
                throw new IllegalStateException("full");
            }
            added.add(key);
            return super.add(key);
        }
    };

    @BeforeEach
    void bind() {
        repository.start();
        context.getRegistry().bind("finished", repository);
    }

    @Test
    void whatWasFinishedBeforeACrashIsAcknowledgedWithoutBeingRoutedAgain() throws Exception {
        start(READING + "&settleTime=60s&connectTimeout=500", this::note);
        portal.user(12).says("chat5", "hello");
        await("finished", () -> added.size() == 1);
        stopUnacknowledged();
        assertEquals(portal.recorded(7), portal.pending(7));

        context.getRouteController().startRoute("events");
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void whatWasFinishedBeforeACrashIsNotInTheBatchThatComes() throws Exception {
        List<List<Long>> batches = new CopyOnWriteArrayList<>();
        start(READING + "&batching=true&settleTime=60s&connectTimeout=500", exchange -> batches.add(
                Stream.of(exchange.getMessage().getBody(Bitrix24ImEvent[].class)).map(Bitrix24ImEvent::getId).toList()));
        portal.user(12).says("chat5", "finished");
        await("finished", () -> added.size() == 1);
        stopUnacknowledged();
        portal.user(12).says("chat5", "new");
        assertEquals(portal.recorded(7), portal.pending(7));

        context.getRouteController().startRoute("events");
        await("the new one", () -> batches.size() == 2);
        List<Long> ids = portal.recorded(7);
        assertEquals(List.of(ids.subList(0, 1), ids.subList(1, 2)), batches);
    }

    @Test
    void anEventIsAddedWhenItsRouteIsDoneAndNotBefore() throws Exception {
        start(READING + "&settleTime=0", exchange -> {
            assertEquals(List.of(), added);
            note(exchange);
        });
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(1, seen.size());
        assertEquals(1, added.size());
    }

    @Test
    void theKeyHoldsPortalUserIdAndDate() throws Exception {
        start(READING + "&settleTime=0", this::note);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        String authority = portal.url().substring("http://".length());
        assertTrue(added.get(0).startsWith(authority + "/7/" + portal.recorded(7).get(0) + "/20"), added.get(0));
    }

    @Test
    void afterARestoreTheSameIdIsAnotherEvent() throws Exception {
        start(READING + "&settleTime=0", this::note);
        portal.user(12).says("chat5", "before");
        awaitAcknowledged();
        portal.clock().advance(Duration.ofMinutes(5));
        portal.restartIdsAt(portal.recorded(7).get(0));
        portal.user(12).says("chat5", "after");

        await("both", () -> seen.size() == 2);
        assertEquals(seen.get(0), seen.get(1));
        assertEquals(2, added.size());
    }

    @Test
    void anEventThatCannotBeLookedUpComesAgain() throws Exception {
        failingLookups = 1;
        start(READING + "&settleTime=0", this::note);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void anEventThatTheRepositoryDoesNotTakeIsDoneAllTheSame() throws Exception {
        full = true;
        start(READING + "&settleTime=0", this::note);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }
}
