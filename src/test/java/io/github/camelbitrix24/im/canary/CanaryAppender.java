package io.github.camelbitrix24.im.canary;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

/** Inspects what is logged, at every level, with its thread and its exception. */
public final class CanaryAppender extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
        String where = event.getLevel() + " " + event.getLoggerName();
        Canary.inspect(where, event.getFormattedMessage());
        Canary.inspect(where + " thread", event.getThreadName());
        if (event.getThrowableProxy() != null) {
            Canary.inspect(where + " exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }
}
