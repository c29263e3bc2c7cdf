package io.github.camelbitrix24.im.consumer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelbitrix24.im.observe.ReaderName;

/**
 * The options of a receiver that decide what becomes of a user's events. All receivers of a user share one delivery, so
 * they must agree on them: what one leaves out is acknowledged for all.
 */
final class ReceiverOptions {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private ReceiverOptions() {
    }

    static ReceiverOptions of(ReaderSettings settings) {
        ReceiverOptions options = new ReceiverOptions();
        options.values.put("userEvents", settings.userFilter() != null);
        options.values.put("eventTypes", settings.filter().types());
        options.values.put("includeOwn", settings.filter().includeOwn());
        options.values.put("dialogs", settings.filter().dialogs());
        options.values.put("chats", settings.filter().chats());
        options.values.put("senders", settings.filter().senders());
        options.values.put("mentionOnly", settings.filter().mentionOnly());
        options.values.put("breakOnFirstError", settings.breakOnFirstError());
        options.values.put("limit", settings.limit());
        options.values.put("maxInFlight", settings.maxInFlight());
        options.values.put("maxResponseSize", settings.maxResponseSize());
        options.values.put("settleTime", settings.settleTime());
        options.values.put("autoSubscribe", settings.autoSubscribe());
        options.values.put("resubscribeInterval", settings.resubscribeInterval());
        options.values.put("idempotentRepository", settings.idempotentRepository());
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
