package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.rest.FailureKind;

/**
 * How long a consumer waits before it polls again: briefly right after an event, longer and longer as silence grows,
 * and while polls fail. While people talk it makes a poll a second on average, more in a burst and fewer between. No
 * two consumers wait equally long, so that many do not poll in step.
 */
public final class PollPace {

    private static final Duration TALKING = Duration.ofMinutes(1);
    private static final Backoff PASSES_BY_ITSELF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final Backoff BLOCKED = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final Backoff SOMEBODY_MUST_ACT = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(10));
    private static final double NANOS = 1e9;
    private static final double JITTER = 0.2;
    private static final double IDLE_JITTER = 0.1;
    private static final Duration SHORTEST = Duration.ofMillis(300);
    /** Which part of a silence is waited before the next look: who has been silent for long is silent for longer. */
    private static final double OF_SILENCE = 0.2;
    /** How many polls a conversation may have beyond one a second. */
    private static final double BURST = 30;

    private final Duration busyDelay;
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
     * @param random gives numbers from 0 to 1
     */
    public PollPace(Duration busyDelay, Duration idleDelay, DoubleSupplier random) {
        this.busyDelay = busyDelay;
        this.idleDelay = idleDelay;
        this.random = random;
    }

    public synchronized void succeeded(int events, long now) {
        failures = 0;
        afterFailure = null;
        beyondAverage = talked ? Math.max(0, beyondAverage + 1 - (now - lastPoll) / NANOS) : 0;
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
        return talked && idlePolls == 0 && busyDelay.compareTo(idleDelay) < 0;
    }

    private Duration whileTalking() {
        double silence = (lastPoll - lastEvent) * OF_SILENCE;
        double seconds = Math.max(silence, SHORTEST.toNanos()) / NANOS;
        double kept = beyondAverage > BURST ? Math.max(seconds, 1) : seconds;
        Duration pause = Duration.ofNanos((long) (kept * NANOS));
        return pause.compareTo(busyDelay) < 0 ? pause : busyDelay;
    }

    private Duration whenQuiet() {
        return talked && busyDelay.compareTo(idleDelay) < 0
                ? new Backoff(busyDelay, idleDelay).pause(idlePolls) : idleDelay;
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
