package io.github.camelbitrix24.im.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands behind the name of a command: {@code --name=value}, or {@code --name} alone. */
final class CommandOptions {

    private CommandOptions() {
    }

    /**
     * @param  values                   the names that have a value
     * @param  flags                    the names that have none
     * @return                          what was given; of a flag an empty text
     * @throws IllegalArgumentException naming what is not understood
     */
    static Map<String, String> parse(List<String> arguments, Set<String> values, Set<String> flags) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.replaceFirst("^--", "").split("=", 2);
            boolean known = parts.length == 2 ? values.contains(parts[0]) && !parts[1].isBlank() : flags.contains(parts[0]);
            if (!argument.startsWith("--") || !known) {
                throw new IllegalArgumentException("Not understood: " + argument + ". There are " + names(values, flags) + ".");
            }
            options.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return options;
    }

    /** Whether it is asked what there is. */
    static boolean areHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h") || arguments.equals(List.of("help"));
    }

    private static String names(Set<String> values, Set<String> flags) {
        return Stream.concat(values.stream().map(name -> "--" + name + "=..."), flags.stream().map(name -> "--" + name))
                .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(", "));
    }
}
