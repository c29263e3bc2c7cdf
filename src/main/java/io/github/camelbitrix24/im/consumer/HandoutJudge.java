package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.spi.ExceptionHandler;

/**
 * What the end of an exchange means for its events, the same for those that a route gets and those that somebody
 * received: done, counted as done though it failed, or to come again.
 */
final class HandoutJudge {

    private final FinishedEvents finished;
    private final boolean breakOnFirstError;
    private final ExceptionHandler exceptionHandler;
    private final String reader;

    /**
     * @param exceptionHandler gets what failed and counts as done
     * @param reader           whose events they are, for texts
     */
    HandoutJudge(FinishedEvents finished, boolean breakOnFirstError, ExceptionHandler exceptionHandler, String reader) {
        this.finished = finished;
        this.breakOnFirstError = breakOnFirstError;
        this.exceptionHandler = exceptionHandler;
        this.reader = reader;
    }

    /**
     * Runs code of the user: the repository, or the exception handler. If that throws, the events come again.
     *
     * @param  failure what the exchange failed with, or {@code null}
     * @return         why the events come again, or {@code null} if they are done
     */
    Throwable judge(List<Bitrix24ImEvent> events, Throwable failure) {
        if (failure == null) {
            finished.add(events);
            return null;
        }
        if (breakOnFirstError) {
            return failure;
        }
        try {
            PollExceptionHandler.eventFailed(
                    exceptionHandler, "Event " + events.get(0).getId() + " of " + reader + " failed and counts as done",
                    failure);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }
}
