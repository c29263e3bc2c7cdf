package io.github.camelbitrix24.im;

import java.util.Arrays;
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

    private static Set<String> of(String option, UnaryOperator<String> spelling) {
        return option == null
                ? Set.of()
                : Arrays.stream(option.split(","))
                        .map(element -> spelling.apply(element.trim()))
                        .filter(element -> !element.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
