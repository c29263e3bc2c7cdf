package io.github.camelbitrix24.im.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An authorised call of a method. */
record MethodCall(Caller caller, Map<String, Object> params) {

    long userId() {
        return caller.userId();
    }

    /** The older methods do not care about the case of parameter names. */
    Map<String, Object> upperCased() {
        Map<String, Object> upper = new TreeMap<>();
        params.forEach((name, value) -> upper.put(name.toUpperCase(Locale.ROOT), value));
        return upper;
    }
}
