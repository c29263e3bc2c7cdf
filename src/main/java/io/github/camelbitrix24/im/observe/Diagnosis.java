package io.github.camelbitrix24.im.observe;

import java.time.Duration;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.delivery.FailingHead;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.BLOCKED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.HEARING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.LAGGING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.NOT_DELETED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.PAUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REAUTHORISING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STARTING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STUCK;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.TAKEN_AWAY;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.THROTTLED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.UNAVAILABLE;

/**
 * What the facts about a consumer mean.
 *
 * @param state  how it fares
 * @param reason why, as a sentence
 * @param code   the portal's error code, or {@code null}
 * @param advice what a person can do, or {@code null} when there is nothing to do
 * @param down   whether it no longer does its work and will not by waiting, or waits for too long already
 */
public record Diagnosis(Bitrix24ImConsumerState state, String reason, String code, String advice, boolean down) {

    static final Duration TALKING = Duration.ofMinutes(1);
    /** How long it is remembered that the portal's queue did what it should not. */
    static final Duration FAULT_REMEMBERED = Duration.ofMinutes(10);
    static final Duration WAITING_TOO_LONG = Duration.ofMinutes(10);
    static final int STUCK_ATTEMPTS = 3;
    static final Duration STUCK_TOO_LONG = Duration.ofMinutes(15);
    static final Duration LAG = Duration.ofHours(1);
    /** The portal forgets events after 24 h. */
    static final Duration LAG_TOO_LONG = Duration.ofHours(12);

    private static final String ENDLESS_ADVICE
            = "The portal, or a proxy in front of it, neither answers nor hangs up: see how it fares, and what stands between.";
    private static final String NOT_DELETED_ADVICE
            = "The portal, or a proxy or a stand-in for it, does not delete what is acknowledged and has to be mended, unless"
              + " it was just restored from a backup. What was done in this run is not routed again; after a restart only an"
              + " idempotentRepository knows it.";

    public static Diagnosis of(ConsumerFacts facts) {
        Diagnosis diagnosis = first(facts);
        return facts.oldest().compareTo(LAG_TOO_LONG) >= 0 ? diagnosis.asDown() : diagnosis;
    }

    private static Diagnosis first(ConsumerFacts facts) {
        if (facts.paused()) {
            return new Diagnosis(PAUSED, "It was paused.", null, "Resume it to go on.", false);
        }
        if (facts.overdue() != null) {
            return new Diagnosis(
                    UNAVAILABLE, "The poll has been waiting for an answer for " + facts.overdue().toSeconds() + " s.", null,
                    ENDLESS_ADVICE, true);
        }
        if (facts.failure() != null) {
            return failing(facts.failure(), facts.failingFor());
        }
        if (facts.sinceSuccess() == null) {
            return new Diagnosis(STARTING, "It has not polled yet.", null, null, false);
        }
        Diagnosis fault = fault(facts.queue());
        return fault != null ? fault : working(facts);
    }

    private static Diagnosis fault(QueueFaults queue) {
        if (within(queue.sinceTakenAway(), FAULT_REMEMBERED)) {
            return new Diagnosis(
                    TAKEN_AWAY,
                    "Events are gone from the queue that were not acknowledged here, " + queue.takenAway() + " so far.",
                    null, "Give this integration a user of its own: somebody else reads or ends this user's queue.", false);
        }
        if (within(queue.sinceReturn(), FAULT_REMEMBERED)) {
            return new Diagnosis(
                    NOT_DELETED, "Events keep coming that were acknowledged, " + queue.returned() + " so far.", null,
                    NOT_DELETED_ADVICE, false);
        }
        return null;
    }

    private static Diagnosis working(ConsumerFacts facts) {
        FailingHead failing = facts.delivery().failing();
        if (failing != null && failing.attempts() >= STUCK_ATTEMPTS) {
            return new Diagnosis(
                    STUCK, "Event " + failing.id() + " has failed " + failing.attempts() + " times in the route.", null,
                    "Let the route handle what it cannot cure (onException, dead letter channel), or set breakOnFirstError=false.",
                    facts.stuckFor().compareTo(STUCK_TOO_LONG) >= 0);
        }
        if (facts.oldest().compareTo(LAG) >= 0) {
            return new Diagnosis(
                    LAGGING, "Event " + facts.delivery().oldest().id() + " is " + facts.oldest().toHours()
                             + " h old and not acknowledged.",
                    null, "The portal forgets events after 24 h: see what holds up the route, or raise concurrency.", false);
        }
        return within(facts.sinceEvent(), TALKING)
                ? new Diagnosis(HEARING, "Events are coming.", null, null, false)
                : new Diagnosis(IDLE, "Nothing happens.", null, null, false);
    }

    private static Diagnosis failing(PollFailure failure, Duration failingFor) {
        Bitrix24ImConsumerState state = state(failure);
        boolean down = switch (state) {
            // the portal says to wait, and we do
            case THROTTLED, BLOCKED -> failingFor.compareTo(WAITING_TOO_LONG) >= 0;
            default -> true;
        };
        String reason = failure.reason().endsWith(".") ? failure.reason() : failure.reason() + '.';
        return new Diagnosis(state, reason, failure.code(), failure.advice(), down);
    }

    private static Bitrix24ImConsumerState state(PollFailure failure) {
        if (failure.kind() == null) {
            return UNAVAILABLE;
        }
        return switch (failure.kind()) {
            case THROTTLED -> THROTTLED;
            case BLOCKED -> BLOCKED;
            case NOT_AUTHORISED, NOT_PERMITTED, BAD_REQUEST -> REFUSED;
            case UNAVAILABLE, MALFORMED -> failure.token() ? REAUTHORISING : UNAVAILABLE;
        };
    }

    private static boolean within(Duration age, Duration bound) {
        return age != null && age.compareTo(bound) < 0;
    }

    private Diagnosis asDown() {
        return new Diagnosis(state, reason, code, advice, true);
    }

    public String sentence() {
        return advice == null ? reason : reason + ' ' + advice;
    }

    /** Whether it waits as the portal has told it to, so that a failed poll is nothing to worry about. */
    public boolean isWaiting() {
        return !down && (state == THROTTLED || state == BLOCKED);
    }
}
