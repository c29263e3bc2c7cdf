package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Parameters of the older methods: the case of names does not matter, scalars are taken as text. */
record LooseParams(Map<String, Object> values) {

    static LooseParams of(MethodCall call) {
        Map<String, Object> upper = new TreeMap<>();
        call.params().forEach((name, value) -> upper.put(name.toUpperCase(Locale.ROOT), value));
        return new LooseParams(upper);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Object get(String name) {
        return values.get(name);
    }

    String text(String name) {
        Object value = values.get(name);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    OptionalLong id(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
