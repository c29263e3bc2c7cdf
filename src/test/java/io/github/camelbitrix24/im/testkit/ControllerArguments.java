package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a controller's action gets from a call's parameters, whose names are to be written exactly. */
record ControllerArguments(Map<String, Object> params) {

    /** @throws RestFailure if it is not there, or no scalar */
    String text(String name) {
        Object value = required(name);
        if (value == null || value instanceof Map || value instanceof List) {
            throw invalid(name, value, "string");
        }
        return value.toString();
    }

    String text(String name, String otherwise) {
        return params.containsKey(name) ? text(name) : otherwise;
    }

    /** @throws RestFailure if it is not there, or no number */
    long number(String name) {
        required(name);
        return number(name, 0);
    }

    long number(String name, long otherwise) {
        return new IntArgument(name, 1, otherwise).bind(params);
    }

    /** @throws RestFailure if it is not there, or no list */
    List<Long> numbers(String name) {
        Object value = required(name);
        if (!(value instanceof Map) && !(value instanceof List)) {
            throw invalid(name, value, "array");
        }
        return Buttons.elements(value).stream().map(Php::integer).toList();
    }

    /** An object, empty if it is not there. */
    Map<?, ?> object(String name) {
        Object value = params.getOrDefault(name, Map.of());
        if (value instanceof List<?>) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw invalid(name, value, "array");
    }

    /** The object {@code fields}, whose names may be written {@code replyId} or {@code REPLY_ID}. */
    LooseParams fields() {
        return loose(object("fields"));
    }

    static LooseParams loose(Map<?, ?> sent) {
        Map<String, Object> fields = new TreeMap<>();
        sent.forEach((name, value) -> fields.put(
                name.toString().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT), value));
        return new LooseParams(fields);
    }

    /** {@code true}, {@code "Y"}, {@code 1} and the like. */
    static boolean isYes(Object value) {
        return value != null && List.of("true", "y", "1").contains(value.toString().toLowerCase(Locale.ROOT));
    }

    private Object required(String name) {
        if (!params.containsKey(name)) {
            throw RestFailure.of("100", "Could not find value for parameter {" + name + "}", 400);
        }
        return params.get(name);
    }

    private static RestFailure invalid(String name, Object value, String type) {
        String shown = value instanceof Map || value instanceof List ? "Array" : value == null ? "" : value.toString();
        return RestFailure.of("100", "Invalid value {" + shown + "} to match with parameter {" + name
                                     + "}. Should be value of type " + type + ".",
                400);
    }
}
