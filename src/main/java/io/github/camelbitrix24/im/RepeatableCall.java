package io.github.camelbitrix24.im;

import java.time.Duration;

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

    <T> T make(boolean harmlessTwice, Call<T> call) throws RestException {
        for (int attempt = 1;; attempt++) {
            try {
                return call.make();
            } catch (RestException e) {
                if (attempt == ATTEMPTS || !isWorthwhile(e, harmlessTwice) || !hasPassed(PAUSE.pause(attempt))) {
                    throw e;
                }
            }
        }
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
