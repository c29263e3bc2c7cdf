package io.github.camelbitrix24.im.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Everything is logged for the canary; people who run tests see what matters. */
public final class QuietConsole extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String logger = event.getLoggerName();
        // routes fail on purpose in many tests
        boolean muted = logger.startsWith("org.apache.camel.processor.errorhandler");
        Level least = logger.startsWith("org.apache.camel") ? Level.WARN : Level.INFO;
        return !muted && event.getLevel().isGreaterOrEqual(least) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
