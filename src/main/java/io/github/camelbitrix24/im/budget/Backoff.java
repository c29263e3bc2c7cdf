package io.github.camelbitrix24.im.budget;

import java.time.Duration;

/**
 * A pause that doubles from one failure to the next, up to a ceiling.
 *
 * @param first   the pause after the first failure
 * @param ceiling the longest pause
 */
public record Backoff(Duration first, Duration ceiling) {

    private static final int MAX_DOUBLINGS = 30;

    /** While an event fails in the route: 1 s to 1 min. */
    public static final Backoff REDELIVERY = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    /**
     * @param failures how many times in a row it has failed, from 1
     */
    public Duration pause(int failures) {
        long factor = 1L << Math.min(MAX_DOUBLINGS, Math.max(0, failures - 1));
        Duration pause = first.multipliedBy(factor);
        return pause.compareTo(ceiling) > 0 ? ceiling : pause;
    }
}
