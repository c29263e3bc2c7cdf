package io.github.camelbitrix24.im.operation;

import java.time.Duration;
import java.util.function.Predicate;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelContext;

/**
 * Makes a producer's call again after a failure that passes by itself: always where the portal certainly did not act,
 * and otherwise only if acting twice does no harm. Longer troubles are left to the route's error handler.
 */
final class RepeatableCall {

    private static final int ATTEMPTS = 3;
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(2));

    private final CamelContext camelContext;
    private final Pause pause;

    /** @param pause how to wait between two attempts */
    RepeatableCall(CamelContext camelContext, Pause pause) {
        this.camelContext = camelContext;
        this.pause = pause;
    }

    interface Call<T> {
        T make() throws RestException;
    }

    /**
     * @param underWay whether the portal refuses a call because the same one, whose answer was lost, is still being
     *                 made
     */
    <T> T make(boolean harmlessTwice, Predicate<RestException> underWay, Call<T> call) throws RestException {
        RestException lost = null;
        for (int attempt = 1;; attempt++) {
            try {
                return call.make();
            } catch (RestException e) {
                boolean busy = lost != null && underWay.test(e);
                lost = busy || !isLost(e) ? lost : e;
                if (attempt == ATTEMPTS || !busy && !isWorthwhile(e, harmlessTwice) || !hasPassed(PAUSE.pause(attempt))) {
                    throw busy ? lost : e;
                }
            }
        }
    }

    /** Whether nobody knows what became of it. */
    static boolean isLost(RestException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE, MALFORMED -> !failure.isNotSent();
            case THROTTLED, BLOCKED, NOT_AUTHORISED, NOT_PERMITTED, BAD_REQUEST -> false;
        };
    }

    private static boolean isWorthwhile(RestException failure, boolean harmlessTwice) {
        return switch (failure.kind()) {
            case THROTTLED -> true;
            case UNAVAILABLE, MALFORMED -> harmlessTwice || failure.isNotSent();
            case BLOCKED, NOT_AUTHORISED, NOT_PERMITTED, BAD_REQUEST -> false;
        };
    }

    private boolean hasPassed(Duration wait) {
        try {
            return camelContext.isRunAllowed() && pause.await(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
