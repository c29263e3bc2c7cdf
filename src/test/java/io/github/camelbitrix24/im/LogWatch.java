package io.github.camelbitrix24.im;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, down to the levels asked for. Nothing of it reaches the console.
 */
public final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String OWN = "io.github.camelbitrix24";

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<Appender<ILoggingEvent>> muted = new ArrayList<>();
    private final Map<Logger, Level> levels = new LinkedHashMap<>();

    private LogWatch() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext();) {
            Appender<ILoggingEvent> appender = all.next();
            if (appender instanceof ConsoleAppender) {
                muted.add(appender);
            }
        }
        muted.forEach(root::detachAppender);
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    /** What anybody logs at DEBUG, and our own packages at TRACE. */
    public static LogWatch everything() {
        return new LogWatch().at("org.apache.camel", Level.DEBUG).at("org.apache.camel.processor.errorhandler", Level.DEBUG)
                .at("org.apache.camel.impl.engine.AbstractCamelContext", Level.DEBUG)
                .at("org.apache.camel.support.DefaultComponent", Level.DEBUG)
                .at("org.apache.camel.support.EndpointHelper", Level.DEBUG)
                .at(OWN, Level.TRACE).at(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.DEBUG);
    }

    /**
     * Our own packages at TRACE and Camel at DEBUG. The HTTP client is left out: at DEBUG it logs request lines, and
     * with them the path of a webhook.
     */
    public static LogWatch ofRunningRoutes() {
        return new LogWatch().at("org.apache.camel", Level.DEBUG).at(OWN, Level.TRACE);
    }

    public LogWatch at(String logger, Level level) {
        levels.putIfAbsent(logger(logger), logger(logger).getLevel());
        logger(logger).setLevel(level);
        return this;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    /** All lines, each with its thread, its logger and its stack trace. */
    public List<String> lines() {
        return events.stream().map(LogWatch::line).toList();
    }

    public List<String> linesWith(String text) {
        return lines().stream().filter(line -> line.contains(text)).toList();
    }

    /** What our own packages say to people who run the application: INFO and above. */
    public List<ILoggingEvent> ownMessages() {
        return events.stream()
                .filter(event -> event.getLoggerName().startsWith(OWN) && event.getLevel().isGreaterOrEqual(Level.INFO))
                .toList();
    }

    public void forget() {
        events.clear();
    }

    private static String line(ILoggingEvent event) {
        return event.getLevel() + " [" + event.getThreadName() + "] " + event.getLoggerName() + " "
               + event.getFormattedMessage()
               + (event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    @Override
    public void close() {
        root.detachAppender(this);
        muted.forEach(root::addAppender);
        levels.forEach(Logger::setLevel);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
