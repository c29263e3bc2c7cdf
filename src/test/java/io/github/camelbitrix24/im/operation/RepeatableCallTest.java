package io.github.camelbitrix24.im.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A call is made again after pauses that grow, for as long as there is a timer to wait on. */
class RepeatableCallTest {

    private static final Predicate<RestException> NEVER = refusal -> false;

    private final CamelContext context = new DefaultCamelContext();
    private final List<Duration> pauses = new ArrayList<>();
    private final RestException throttled
            = RestException.refused(FailureKind.THROTTLED, "profile", "QUERY_LIMIT_EXCEEDED", "", 503);
    private int calls;

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private String refusedUntil(int call) throws RestException {
        if (++calls < call) {
            throw throttled;
        }
        return "done";
    }

    private RepeatableCall repeatable(boolean passing) {
        return new RepeatableCall(context, pause -> {
            pauses.add(pause);
            return passing;
        });
    }

    @Test
    void theSecondPauseIsLonger() throws Exception {
        assertEquals("done", repeatable(true).make(false, NEVER, () -> refusedUntil(3)));
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), pauses);
    }

    @Test
    void theThirdFailureIsTheLast() {
        assertSame(throttled, assertThrows(
                RestException.class, () -> repeatable(true).make(true, NEVER, () -> refusedUntil(4))));
        assertEquals(3, calls);
    }

    @Test
    void withoutATimerItIsNotMadeAgain() {
        assertSame(throttled, assertThrows(
                RestException.class, () -> repeatable(false).make(true, NEVER, () -> refusedUntil(2))));
        assertEquals(1, calls);
    }

    @Test
    void whoIsInterruptedGetsTheFailure() {
        RepeatableCall interrupted = new RepeatableCall(context, pause -> {
            throw new InterruptedException();
        });

        assertSame(throttled, assertThrows(
                RestException.class, () -> interrupted.make(true, NEVER, () -> refusedUntil(2))));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatThePortalIsStillDoingIsWaitedForAndThenLost() {
        RestException lost = RestException.noAnswer("im.message.add", "no answer", null);
        RestException busy = RestException.refused(FailureKind.BAD_REQUEST, "im.message.add", "PARAMS_ERROR", "", 400);

        assertSame(lost, assertThrows(RestException.class,
                () -> repeatable(true).make(true, e -> e == busy, () -> {
                    throw ++calls == 1 ? lost : busy;
                })));
        assertEquals(3, calls);
    }

    @Test
    void theSameRefusalOfTheFirstCallIsOne() {
        RestException refusal = RestException.refused(FailureKind.BAD_REQUEST, "im.message.add", "PARAMS_ERROR", "", 400);

        assertSame(refusal, assertThrows(RestException.class, () -> repeatable(true).make(true, e -> e == refusal, () -> {
            calls++;
            throw refusal;
        })));
        assertEquals(1, calls);
    }
}
