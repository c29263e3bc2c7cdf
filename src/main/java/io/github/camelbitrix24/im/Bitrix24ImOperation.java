package io.github.camelbitrix24.im;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What an endpoint does; the first part of its URI.
 */
public enum Bitrix24ImOperation {

    subscribe,
    unsubscribe,
    events,
    send,
    call;

    /**
     * @throws IllegalArgumentException naming the operations that there are
     */
    static Bitrix24ImOperation parse(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation '" + name + "'. Use one of: " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
