package io.github.camelbitrix24.im.rest;

import java.time.Duration;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.ProducerTest;
import io.github.camelbitrix24.im.testkit.Behaviour.Hosting;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A method that has used up its operating time: when it may be called again.
 */
class OperatingTimeTest extends ProducerTest {

    private static final String CALL = "bitrix24-im:call?method=server.time";

    @Test
    void theLastAnswerBeforeTheRefusalTellsWhenToTryAgain() {
        portal.assumeOperatingTime("server.time", Duration.ofSeconds(421));
        assertNull(send(CALL, null, Map.of()).getException());

        Bitrix24ImException refused = failure();

        assertEquals("OPERATION_TIME_LIMIT", refused.getCode());
        Duration wait = refused.getRetryAfter();
        assertTrue(wait.compareTo(Duration.ofMinutes(8)) > 0 && wait.compareTo(Duration.ofMinutes(10)) <= 0, wait::toString);
    }

    @Test
    void whereNoAnswerTellsItIsNotKnown() {
        portal.behave(Hosting.SELF_HOSTED);
        assertNull(send(CALL, null, Map.of()).getException());
        portal.fail("server.time", Fault.error("OPERATION_TIME_LIMIT"));

        assertNull(failure().getRetryAfter());
    }

    @Test
    void otherFailuresDoNotTell() {
        portal.assumeOperatingTime("server.time", Duration.ofSeconds(421));
        assertNull(send(CALL, null, Map.of()).getException());
        portal.fail("server.time", Fault.error("OVERLOAD_LIMIT"));

        assertNull(failure().getRetryAfter());
    }

    private Bitrix24ImException failure() {
        return assertInstanceOf(Bitrix24ImException.class, send(CALL, null, Map.of()).getException());
    }
}
