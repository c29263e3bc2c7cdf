package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a consumer does with exceptions unless the user says otherwise: a failed call is one line that says what to do,
 * anything else is logged as Camel does.
 */
final class PollExceptionHandler extends LoggingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private final Supplier<Duration> pause;

    PollExceptionHandler(CamelContext camelContext, Supplier<Duration> pause) {
        super(camelContext, Bitrix24ImConsumer.class);
        this.pause = pause;
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exchange == null && exception instanceof Bitrix24ImException) {
            LOG.warn("{} Trying again in {} s.", exception.getMessage(), Math.max(1, pause.get().toSeconds()));
        } else {
            super.handleException(message, exchange, exception);
        }
    }
}
