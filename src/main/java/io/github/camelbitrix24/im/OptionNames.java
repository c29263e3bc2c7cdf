package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.apache.camel.util.StringHelper;

/**
 * The names of an endpoint's options. Camel takes them in many spellings: in any case, with dashes, in quotes, with a
 * question mark before them, and by way of {@code configuration}.
 */
final class OptionNames {

    /** Not as its interface, which has fewer methods in Camel 4.14. */
    private static final Bitrix24ImEndpointUriFactory OPTIONS = new Bitrix24ImEndpointUriFactory();
    private static final Map<String, String> NAMES = OPTIONS.propertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(OptionNames::lowerCase, UnaryOperator.identity()));
    private static final String BY_CONFIGURATION = "configuration.";

    private OptionNames() {
    }

    /** The option that is meant, or what was written if there is none of that name. */
    static String canonical(String written) {
        String name = StringHelper.removeLeadingAndEndingQuotes(written.startsWith("?") ? written.substring(1) : written);
        if (lowerCase(name).startsWith(BY_CONFIGURATION)) {
            name = name.substring(BY_CONFIGURATION.length());
        }
        return NAMES.getOrDefault(lowerCase(name.replace("-", "")), written);
    }

    static boolean isOption(String written) {
        return OPTIONS.propertyNames().contains(canonical(written));
    }

    /** Whether the values of this option may be shown. What is no option may be a misspelled secret. */
    static boolean isPublic(String written) {
        String name = canonical(written);
        return isOption(name) && !OPTIONS.secretPropertyNames().contains(name)
                || OPTIONS.multiValuePrefixes().values().stream().anyMatch(written::startsWith);
    }

    /**
     * Gives options their own names.
     *
     * @throws IllegalArgumentException if one is set twice
     */
    static void normalise(Map<String, Object> parameters) {
        Map<String, Object> named = new HashMap<>();
        parameters.forEach((written, value) -> {
            String name = canonical(written);
            if (named.put(name, value) != null || value instanceof List && NAMES.containsValue(name)) {
                throw new IllegalArgumentException("Option " + name + " is set more than once. Set it once.");
            }
        });
        Set<String> written = Set.copyOf(parameters.keySet());
        if (!written.equals(named.keySet())) {
            parameters.clear();
            parameters.putAll(named);
        }
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
