package io.github.camelbitrix24.im.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line, as {@code --name value} pairs. */
public final class Options {

    private final Map<String, String> values = new HashMap<>();

    public Options(String... args) {
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("Expected --name value pairs, got " + List.of(args));
            }
            values.put(args[i].substring(2), args[i + 1]);
        }
    }

    /** Refuses what is misspelt. */
    public Options allow(String... names) {
        values.keySet().stream().filter(name -> !Set.of(names).contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("There is no option --" + name + ", only " + List.of(names));
        });
        return this;
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public List<String> list(String name, String otherwise) {
        return List.of(text(name, otherwise).split(","));
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    public int required(String name) {
        return Integer.parseInt(values.get(name));
    }
}
