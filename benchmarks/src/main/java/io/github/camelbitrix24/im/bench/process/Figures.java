package io.github.camelbitrix24.im.bench.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures that a process prints in a line of its own, as {@code title name=1 other=2.5}. */
public record Figures(Map<String, Double> values) {

    public static Figures parse(String words) {
        Map<String, Double> values = new HashMap<>();
        for (String word : words.trim().split(" ")) {
            String[] parts = word.split("=");
            values.put(parts[0], Double.valueOf(parts[1]));
        }
        return new Figures(values);
    }

    /** All that were printed under the title. */
    public static List<Figures> of(String title, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(title + " "))
                .map(line -> parse(line.substring(title.length()))).toList();
    }

    public double get(String name) {
        return values.get(name);
    }
}
