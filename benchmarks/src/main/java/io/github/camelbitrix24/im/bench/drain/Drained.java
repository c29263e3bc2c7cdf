package io.github.camelbitrix24.im.bench.drain;

import java.util.HashMap;
import java.util.Map;

/** The figures of one drain, as the process that did it printed them. */
record Drained(Map<String, Double> figures) {

    static Drained parse(String line) {
        Map<String, Double> figures = new HashMap<>();
        for (String word : line.substring("drained ".length()).split(" ")) {
            String[] parts = word.split("=");
            figures.put(parts[0], Double.valueOf(parts[1]));
        }
        return new Drained(figures);
    }

    double get(String name) {
        return figures.get(name);
    }

    double perEvent(String name) {
        return get(name) / get("events");
    }
}
