package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.function.BiConsumer;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * What the end of an exchange means for its events, the same for those that a route gets and those that somebody
 * received: done, counted as done though it failed, or to come again.
 */
final class HandoutJudge {

    private final FinishedEvents finished;
    private final boolean breakOnFirstError;
    private final BiConsumer<String, Throwable> failures;
    private final String reader;

    /**
     * @param failures gets what failed and counts as done, with what is to be said of it
     * @param reader   whose events they are, for texts
     */
    HandoutJudge(FinishedEvents finished, boolean breakOnFirstError, BiConsumer<String, Throwable> failures, String reader) {
        this.finished = finished;
        this.breakOnFirstError = breakOnFirstError;
        this.failures = failures;
        this.reader = reader;
    }

    /**
     * Runs code of the user: the repository, or the exception handler. If that throws, the events come again.
     *
     * @param  failure what the exchange failed with, or {@code null}
     * @return         why the events come again, or {@code null} if they are done
     */
    Throwable judge(List<Bitrix24ImEvent> events, Throwable failure) {
        try {
            if (failure == null) {
                finished.add(events);
                return null;
            }
            if (breakOnFirstError) {
                return failure;
            }
            failures.accept("Event " + events.get(0).getId() + " of " + reader + " failed and counts as done", failure);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }
}
