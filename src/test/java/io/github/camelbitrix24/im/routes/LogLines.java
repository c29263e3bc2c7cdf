package io.github.camelbitrix24.im.routes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What routes write to the log, from now on until closed.
 */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    LogLines() {
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    /** The lines of a route, which are logged under its id. */
    List<String> of(String routeId) {
        return events.stream()
                .filter(event -> event.getLoggerName().equals(routeId))
                .map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Waits until a route has written that many lines. */
    synchronized void await(String routeId, int lines, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (of(routeId).size() < lines) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("Not within " + atMost + ": " + lines + " lines of " + routeId + ", " + of(routeId));
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        events.add(event);
        notifyAll();
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
