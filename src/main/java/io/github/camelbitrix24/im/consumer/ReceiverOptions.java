package io.github.camelbitrix24.im.consumer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.CommaSeparated;
import io.github.camelbitrix24.im.observe.ReaderName;

/**
 * The options of a receiver that decide what becomes of a user's events. All receivers of a user share one delivery, so
 * they must agree on them: what one leaves out is acknowledged for all.
 */
public final class ReceiverOptions {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private ReceiverOptions() {
    }

    public static ReceiverOptions of(Bitrix24ImConfiguration configuration) {
        ReceiverOptions options = new ReceiverOptions();
        options.values.put("eventTypes", CommaSeparated.upperCase(configuration.getEventTypes()));
        options.values.put("includeOwn", configuration.isIncludeOwn());
        options.values.put("breakOnFirstError", configuration.isBreakOnFirstError());
        options.values.put("limit", configuration.getLimit());
        options.values.put("maxInFlight", configuration.getMaxInFlight());
        options.values.put("maxResponseSize", configuration.getMaxResponseSize());
        options.values.put("settleTime", configuration.getSettleTime());
        options.values.put("autoSubscribe", configuration.isAutoSubscribe());
        options.values.put("resubscribeInterval", configuration.getResubscribeInterval());
        options.values.put("idempotentRepository", configuration.getIdempotentRepository());
        return options;
    }

    /**
     * @throws IllegalStateException naming the options that differ
     */
    void requireSame(ReceiverOptions other, ReaderName reader) {
        List<String> different = values.keySet().stream()
                .filter(option -> !Objects.equals(values.get(option), other.values.get(option))).toList();
        if (!different.isEmpty()) {
            throw new IllegalStateException(
                    "The events of " + reader + " are received elsewhere in this Camel context, with other values of "
                                            + String.join(", ", different) + ". All receivers of a user share its events, and"
                                            + " what one leaves out is acknowledged for all: give them the same options, or use"
                                            + " another user.");
        }
    }
}
