package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.rest.FailureKind;

/**
 * How long a consumer waits before it polls again: briefly right after an event, longer and longer as silence grows,
 * and while polls fail. While people talk it makes less than a request a second on average, acknowledgements included:
 * more in a burst, fewer between, and the pauses grow evenly for whoever talks on. No two consumers wait equally long,
 * so that many do not poll in step.
 */
public final class PollPace {

    private static final Duration TALKING = Duration.ofMinutes(1);
    private static final Backoff PASSES_BY_ITSELF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final Backoff BLOCKED = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final Backoff SOMEBODY_MUST_ACT = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(10));
    private static final double NANOS = 1e9;
    private static final double JITTER = 0.2;
    private static final double IDLE_JITTER = 0.1;
    private static final Duration SHORTEST = Duration.ofMillis(250);
    /** Which part of a silence is waited before the next look: who has been silent for long is silent for longer. */
    private static final double OF_SILENCE = 0.2;
    /** How many requests a second a conversation that never ends comes to. */
    private static final double AVERAGE = 0.93;
    /** How many requests beyond the average make the pauses as long as the average wants them. */
    private static final double BURST = 20;
    /** What a long backlog took is not made up for. */
    private static final double MOST_BEYOND = 2 * BURST;

    private final Duration longest;
    private final Duration idleDelay;
    private final DoubleSupplier random;

    private boolean talked;
    private long lastEvent;
    private long lastPoll;
    private double beyondAverage;
    private int idlePolls;
    private int failures;
    private Duration afterFailure;

    /**
     * @param busyDelay the longest pause while people talk; the idle delay where that is shorter
     * @param idleDelay the pause when nothing happens
     * @param random    gives numbers from 0 to 1
     */
    public PollPace(Duration busyDelay, Duration idleDelay, DoubleSupplier random) {
        this.longest = busyDelay.compareTo(idleDelay) < 0 ? busyDelay : idleDelay;
        this.idleDelay = idleDelay;
        this.random = random;
    }

    public synchronized void succeeded(int events, long now) {
        failures = 0;
        afterFailure = null;
        double beyond = talked ? beyondAverage + 1 - (now - lastPoll) / NANOS * AVERAGE : 0;
        beyondAverage = Math.max(0, Math.min(MOST_BEYOND, beyond));
        lastPoll = now;
        if (events > 0) {
            talked = true;
            lastEvent = now;
            idlePolls = 0;
        } else if (now - lastEvent >= TALKING.toNanos()) {
            idlePolls++;
        }
    }

    /**
     * @param  kind what failed, or {@code null} if it was no call
     * @return      the pause that follows
     */
    public synchronized Duration failed(FailureKind kind) {
        return failed(kind, null);
    }

    /**
     * @param  kind       what failed, or {@code null} if it was no call
     * @param  retryAfter how long the portal is known to refuse, or {@code null}
     * @return            the pause that follows
     */
    public synchronized Duration failed(FailureKind kind, Duration retryAfter) {
        failures++;
        if (retryAfter != null) {
            afterFailure = retryAfter.plus(vary(Duration.ofSeconds(1), JITTER));
            return afterFailure;
        }
        Duration pause = backoff(kind).pause(failures);
        afterFailure = vary(pause, JITTER);
        return afterFailure;
    }

    public synchronized Duration pause() {
        if (afterFailure != null) {
            return afterFailure;
        }
        return vary(isTalking() ? whileTalking() : whenQuiet(), IDLE_JITTER);
    }

    private boolean isTalking() {
        return talked && idlePolls == 0;
    }

    private Duration whileTalking() {
        double shortest = SHORTEST.toNanos() / NANOS;
        double silence = (lastPoll - lastEvent) / NANOS * OF_SILENCE;
        double used = beyondAverage / BURST;
        double kept = shortest + (1 / AVERAGE - shortest) * used * used * used;
        Duration pause = Duration.ofNanos((long) (Math.max(silence, kept) * NANOS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private Duration whenQuiet() {
        return talked ? new Backoff(longest, idleDelay).pause(idlePolls) : idleDelay;
    }

    /** Never sooner: what is promised of the number of requests holds. */
    private Duration vary(Duration pause, double by) {
        return Duration.ofNanos((long) (pause.toNanos() * (1 + by * random.getAsDouble())));
    }

    public synchronized boolean isFailing() {
        return afterFailure != null;
    }

    private static Backoff backoff(FailureKind kind) {
        if (kind == null) {
            return PASSES_BY_ITSELF;
        }
        return switch (kind) {
            case THROTTLED, UNAVAILABLE, MALFORMED -> PASSES_BY_ITSELF;
            case BLOCKED -> BLOCKED;
            case NOT_AUTHORISED, NOT_PERMITTED, BAD_REQUEST -> SOMEBODY_MUST_ACT;
        };
    }
}
