package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.consumer.PollScheduler;
import io.github.camelbitrix24.im.consumer.RolledBackException;
import io.github.camelbitrix24.im.consumer.SecondReaderException;
import io.github.camelbitrix24.im.observe.OneLine;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a consumer does with exceptions unless the user says otherwise: a failed call is one line that says what to do,
 * anything else is logged as Camel does, and each line says whose events it is about.
 */
final class PollExceptionHandler extends LoggingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private final ManagedEventConsumer consumer;
    private final Supplier<Duration> pause;

    /**
     * @param pause how long the consumer waits before the next poll, if nobody else schedules its polls
     */
    PollExceptionHandler(ManagedEventConsumer consumer, Supplier<Duration> pause) {
        super(consumer.getEndpoint().getCamelContext(), Bitrix24ImConsumer.class);
        this.consumer = consumer;
        this.pause = pause;
    }

    /**
     * Tells a handler, which may be the user's own, of an event that failed and will not come again.
     *
     * @param what what failed, and what becomes of it
     */
    static void eventFailed(ExceptionHandler handler, String what, Throwable failure) {
        if (handler instanceof PollExceptionHandler own) {
            own.log(what, failure);
        } else {
            handler.handleException(what, failure);
        }
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exchange != null) {
            super.handleException(consumer.name() + (message == null ? "" : ": " + message), exchange, exception);
        } else if ((exception instanceof Bitrix24ImException || exception instanceof SecondReaderException)) {
            LOG.warn("No events for {}: {} {}", consumer.name(), exception.getMessage(), next());
        } else {
            log("No events for " + consumer.name() + ". " + next() + " The poll failed", exception);
        }
    }

    private void log(String message, Throwable exception) {
        if (!isSuppressLogging()) {
            boolean rollback = exception instanceof RolledBackException || isCausedByRollbackExchangeException(exception);
            LOG.warn("{}: {}", message, OneLine.of(exception), rollback ? null : exception);
        }
    }

    private String next() {
        return consumer.getScheduler() instanceof PollScheduler
                ? "Trying again in " + Math.max(1, pause.get().toSeconds()) + " s." : "The next poll tries again.";
    }
}
