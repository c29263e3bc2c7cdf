package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.event.EventKind;
import io.github.camelbitrix24.im.operation.History;
import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.TextFormat;
import org.apache.camel.TypeConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the options before anything starts, and says of a bad one which it is and what it takes. Numbers that cannot
 * be read arrive here as 0: Camel's generated configurers turn them into that without a word.
 */
final class ConfigurationCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationCheck.class);

    /** Times are reckoned with in nanoseconds, several of them together. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private static final String[] STATUSES_OF_USERS
            = { "writing", "recordingVoice", "sendingPhoto", "sendingFile", "recordingVideo" };
    private static final String[] STATUSES_OF_BOTS = {
            "writing", "thinking", "searching", "generating", "analyzing", "processing", "translating", "connecting",
            "checking", "calculating", "readingDocs", "composing" };

    private ConfigurationCheck() {
    }

    static void options(Bitrix24ImConfiguration configuration) {
        range("limit", configuration.getLimit(), 1, 1000);
        range("concurrency", configuration.getConcurrency(), 1, 10_000);
        range("maxInFlight", configuration.getMaxInFlight(), 1, 1_000_000);
        range("maxResponseSize", configuration.getMaxResponseSize(), 1024, Integer.MAX_VALUE - 16);
        range("requestBurst", configuration.getRequestBurst(), 1, 100_000);
        range("maxRepliesPerDialog", configuration.getMaxRepliesPerDialog(), 0, 100_000);
        range("maxFileSize", configuration.getMaxFileSize(), 1, Integer.MAX_VALUE);
        oneOf("reactionAction", configuration.getReactionAction(), "add", "delete");
        if (configuration.getStatus() != null) {
            oneOf("status", configuration.getStatus(), configuration.isOfBot() ? STATUSES_OF_BOTS : STATUSES_OF_USERS);
        }
        if (!(configuration.getRequestsPerSecond() >= 0)) {
            throw new IllegalArgumentException(
                    "Option requestsPerSecond must be a number from 0 (no limit), but is "
                                               + configuration.getRequestsPerSecond() + ".");
        }
        if (configuration.getBotType() != null) {
            oneOf("botType", configuration.getBotType(), "bot", "personal", "supervisor", "openline", "network");
        }
        duration("connectTimeout", configuration.getConnectTimeout(), 1);
        duration("responseTimeout", configuration.getResponseTimeout(), 1);
        duration("busyDelay", configuration.getBusyDelay(), 1);
        duration("ackInterval", configuration.getAckInterval(), 0);
        duration("settleTime", configuration.getSettleTime(), 0);
        duration("editInterval", configuration.getEditInterval(), 1);
        duration("resubscribeInterval", configuration.getResubscribeInterval(), 0);
        Set<String> unknown = new TreeSet<>(configuration.eventFilter().types());
        unknown.removeIf(EventKind::isKnown);
        if (!unknown.isEmpty()) {
            LOG.warn("Option eventTypes names {}, which this version does not know. Known are {}. It will match what the portal"
                     + " sends under that name.",
                    unknown, String.join(", ", EventKind.known()));
        }
    }

    /**
     * Where 0 is a value that turns something off, what cannot be read must not pass for it.
     */
    static void texts(Map<String, Object> parameters, TypeConverter converter) {
        if (parameters.get("requestsPerSecond") instanceof String text && converter.tryConvertTo(Double.class, text) == null) {
            throw new IllegalArgumentException(
                    "Option requestsPerSecond must be a number from 0 (no limit), but is '" + text + "'.");
        }
        if (parameters.get("maxRepliesPerDialog") instanceof String text
                && converter.tryConvertTo(Integer.class, text) == null) {
            throw new IllegalArgumentException(
                    "Option maxRepliesPerDialog must be a number from 0 (any number), but is '" + text + "'.");
        }
        Map.<String, Enum<?>[]> of("textFormat", TextFormat.values(), "longText", LongText.values())
                .forEach((option, known) -> {
                    if (parameters.get(option) instanceof String text
                            && converter.tryConvertTo(known[0].getClass(), text) == null) {
                        throw new IllegalArgumentException(
                                "Option " + option + " must be one of " + Arrays.stream(known).map(Object::toString)
                                        .collect(Collectors.joining(", ")) + ", but is '" + text + "'.");
                    }
                });
        for (String option : List.of("initialDelay", "ackInterval", "settleTime", "resubscribeInterval")) {
            if (parameters.get(option) instanceof String text && !text.startsWith("#")) {
                Duration time = converter.tryConvertTo(Duration.class, text);
                if (time == null || time.isZero() && !text.matches("[^1-9]*0[^1-9]*")) {
                    throw new IllegalArgumentException(
                            "Option " + option + " must be a time, such as 5000, 5s or 1m, but is '" + text + "'.");
                }
            }
        }
    }

    static void historySize(int size) {
        range("limit", size, 1, History.MOST);
    }

    static void delays(long delay, long initialDelay) {
        duration("delay", delay, 1);
        // Camel's pollers write "not set" as -1
        if (initialDelay != -1) {
            duration("initialDelay", initialDelay, 0);
        }
    }

    private static void oneOf(String option, String value, String... values) {
        if (!List.of(values).contains(value)) {
            throw new IllegalArgumentException(
                    "Option " + option + " must be one of " + String.join(", ", values) + ", but is '" + value + "'.");
        }
    }

    private static void range(String option, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "Option " + option + " must be a number from " + min + " to " + max + ", but is "
                                               + (value == 0 ? "0 or not a number" : value) + ".");
        }
    }

    private static void duration(String option, long value, long min) {
        if (value < min) {
            throw new IllegalArgumentException(
                    "Option " + option + " must be a time of at least " + min + " ms, such as 5000, 5s or 1m, but is "
                                               + (value == 0 ? "0 or not a time" : value) + ".");
        }
        if (value > LONGEST.toMillis()) {
            throw new IllegalArgumentException(
                    "Option " + option + " must be a time of at most " + LONGEST.toDays() + " days, but is " + value + " ms.");
        }
    }
}
