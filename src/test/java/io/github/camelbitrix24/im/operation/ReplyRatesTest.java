package io.github.camelbitrix24.im.operation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.operation.ReplyRates.Verdict;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReplyRatesTest {

    private final AtomicLong now = new AtomicLong();
    private final ReplyRates rates = new ReplyRates(now::get);

    private Verdict judge(String message, String exchange) {
        return rates.judge("7/chat5", message, exchange, 2);
    }

    private void full() {
        assertEquals(Verdict.FREE, judge("a", "1"));
        assertEquals(Verdict.FREE, judge("b", "2"));
    }

    @Test
    void oneTooManyIsToldOnce() {
        full();
        assertEquals(Verdict.TOO_MANY, judge("c", "3"));
        assertEquals(Verdict.STILL_TOO_MANY, judge("d", "4"));
        assertEquals(Verdict.FREE, rates.judge("7/chat6", "e", "5", 2));
    }

    @Test
    void whatWasPostedIsNotCountedTwice() {
        full();
        assertEquals(Verdict.FREE, judge("b", "9"));
        assertEquals(Verdict.FREE, judge("a", "8"));
    }

    @Test
    void whatWasTooMuchIsOverWhenItsEventComesAgain() {
        full();
        assertEquals(Verdict.TOO_MANY, judge("c", "3"));
        assertEquals(Verdict.STILL_TOO_MANY, judge("c", "3"), "the error handler of the route tries again");
        now.addAndGet(TimeUnit.MINUTES.toNanos(5));
        assertEquals(Verdict.OVER, judge("c", "4"));
    }

    @Test
    void afterAMinuteThereIsRoomAgain() {
        full();
        assertEquals(Verdict.TOO_MANY, judge("c", "3"));
        now.addAndGet(TimeUnit.SECONDS.toNanos(60));
        assertEquals(Verdict.FREE, judge("d", "4"));
        assertEquals(Verdict.FREE, judge("e", "5"));
        assertEquals(Verdict.TOO_MANY, judge("f", "6"));
    }
}
