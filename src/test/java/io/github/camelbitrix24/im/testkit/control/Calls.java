package io.github.camelbitrix24.im.testkit.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The control calls by name: those that look are GET, those that do something are POST. */
final class Calls {

    private final Map<String, Function<Arguments, Object>> looking = new TreeMap<>();
    private final Map<String, Function<Arguments, Object>> doing = new TreeMap<>();

    Calls look(String name, Function<Arguments, Object> call) {
        looking.put(name, call);
        return this;
    }

    Calls act(String name, Function<Arguments, Object> call) {
        doing.put(name, call);
        return this;
    }

    /** @throws Refusal if there is no such call, or it takes another method */
    Function<Arguments, Object> find(String method, String name) {
        Map<String, Function<Arguments, Object>> calls = method.equals("POST") ? doing : looking;
        Function<Arguments, Object> call = calls.get(name);
        if (call == null && (looking.containsKey(name) || doing.containsKey(name))) {
            throw new Refusal(405, name + " is a " + (calls == doing ? "GET" : "POST"));
        }
        if (call == null) {
            throw new Refusal(404, "There is no " + name + "; GET /control lists what there is");
        }
        return call;
    }

    /** The names of all calls, with those that are answered elsewhere. */
    Map<String, List<String>> names(List<String> alsoLooking, List<String> alsoDoing) {
        return Map.of("GET", sorted(looking, alsoLooking), "POST", sorted(doing, alsoDoing));
    }

    private static List<String> sorted(Map<String, ?> calls, List<String> others) {
        return Stream.concat(calls.keySet().stream(), others.stream()).sorted().toList();
    }
}
