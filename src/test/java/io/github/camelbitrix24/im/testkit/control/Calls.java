package io.github.camelbitrix24.im.testkit.control;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The control calls by name: those that look are GET, those that do something are POST. */
final class Calls {

    private final Map<String, Call> looking = new TreeMap<>();
    private final Map<String, Call> doing = new TreeMap<>();

    Calls look(String name, Set<String> fields, Function<Arguments, Object> action) {
        looking.put(name, new Call(fields, action));
        return this;
    }

    Calls act(String name, Set<String> fields, Function<Arguments, Object> action) {
        doing.put(name, new Call(fields, action));
        return this;
    }

    /** @throws Refusal if there is no such call, or it takes another method */
    Call find(String method, String name) {
        Map<String, Call> calls = method.equals("POST") ? doing : looking;
        Call call = calls.get(name);
        if (call == null && (looking.containsKey(name) || doing.containsKey(name))) {
            throw new Refusal(405, name + " is a " + (calls == doing ? "GET" : "POST"));
        }
        if (call == null) {
            throw new Refusal(404, "There is no " + name + "; GET /control lists what there is");
        }
        return call;
    }

    /** All calls with the names of their fields. */
    Map<String, Map<String, List<String>>> all() {
        return Map.of("GET", fields(looking), "POST", fields(doing));
    }

    private static Map<String, List<String>> fields(Map<String, Call> calls) {
        Map<String, List<String>> fields = new TreeMap<>();
        calls.forEach((name, call) -> fields.put(name, call.fields().stream().sorted().toList()));
        return fields;
    }
}
