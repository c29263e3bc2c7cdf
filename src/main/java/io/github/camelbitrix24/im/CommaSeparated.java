package io.github.camelbitrix24.im;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An option whose text is a list.
 */
public final class CommaSeparated {

    private CommaSeparated() {
    }

    static Set<String> lowerCase(String option) {
        return of(option, element -> element.toLowerCase(Locale.ROOT));
    }

    public static Set<String> upperCase(String option) {
        return of(option, element -> element.toUpperCase(Locale.ROOT));
    }

    /** In the order in which it stands there. */
    static List<String> asWritten(String option) {
        return option == null
                ? List.of()
                : Arrays.stream(option.split(",")).map(String::trim).filter(element -> !element.isEmpty()).distinct().toList();
    }

    private static Set<String> of(String option, UnaryOperator<String> spelling) {
        return option == null
                ? Set.of()
                : Arrays.stream(option.split(","))
                        .map(element -> spelling.apply(element.trim()))
                        .filter(element -> !element.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
