package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelbitrix24.im.Bitrix24ImNotAuthorisedException;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A {@code pollStrategy} of the user's own is asked and told as with any poller. */
class PollStrategyTest extends PollTest implements PollingConsumerPollStrategy {

    private final AtomicBoolean permits = new AtomicBoolean(true);
    private final AtomicBoolean retriesAtOnce = new AtomicBoolean();
    private final List<Integer> committed = new CopyOnWriteArrayList<>();
    private final List<Exception> rolledBack = new CopyOnWriteArrayList<>();
    private volatile String failing = "";

    @BeforeEach
    void bind() {
        context.getRegistry().bind("strategy", this);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        failIf("begin");
        return permits.get();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        committed.add(polledMessages);
        failIf("commit");
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        rolledBack.add(cause);
        failIf("rollback");
        return retriesAtOnce.getAndSet(false);
    }

    private void failIf(String step) {
        if (failing.equals(step)) {
            failing = "";
            throw new StackOverflowError("on purpose");
        }
    }

    @Test
    void aPollThatItDoesNotPermitMakesNoRequest() throws Exception {
        permits.set(false);
        startNoting("&pollStrategy=#strategy");
        hand.runNext();
        hand.runNext();
        assertEquals(List.of(), portal.calls());

        permits.set(true);
        hand.runNext();

        assertTrue(portal.subscribed(7));
    }

    @Test
    void itIsToldHowManyEventsCame() throws Exception {
        reader.subscribed();
        for (int i = 0; i < 3; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        startNoting("&pollStrategy=#strategy");

        hand.runNext();

        assertEquals(List.of(3), committed);
    }

    @Test
    void itIsToldWhatFailed() throws Exception {
        portal.fail("*", Fault.error("INVALID_CREDENTIALS"));
        startNoting("&pollStrategy=#strategy");

        hand.runNext();

        assertEquals(1, rolledBack.size());
        assertEquals("INVALID_CREDENTIALS",
                assertInstanceOf(Bitrix24ImNotAuthorisedException.class, rolledBack.get(0)).getCode());
    }

    @Test
    void itMayRetryAtOnce() throws Exception {
        retriesAtOnce.set(true);
        portal.fail("*", Fault.html(502));
        startNoting("&pollStrategy=#strategy");

        hand.runNext();

        assertTrue(portal.subscribed(7));
    }

    @ParameterizedTest
    @ValueSource(strings = { "begin", "commit", "rollback" })
    void anErrorOfItsOwnDoesNotEndThePolling(String step) throws Exception {
        startNoting("&pollStrategy=#strategy");
        hand.runNext();
        failing = step;
        portal.fail("im.v2.Event.get", Fault.html(502));
        try {
            hand.runNext();
            hand.runNext();
        } catch (StackOverflowError e) {
            // a thread pool would swallow it
            assertEquals("on purpose", e.getMessage());
        }

        portal.user(12).says("chat5", "hello");
        pollUntil("one event", () -> seen.size() == 1);

        assertEquals("", failing);
        assertEquals(portal.recorded(7), seen);
    }
}
