package io.github.camelbitrix24.im.rest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the name of a REST method may look like, and what it tells.
 */
public final class MethodName {

    private static final Set<String> READING = Set.of("get", "list", "fields", "search", "info", "time", "scope");
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");
    private static final int MAX_LENGTH = 128;

    private MethodName() {
    }

    /**
     * Lets only names through that cannot change the path, query or host of a request.
     *
     * @throws IllegalArgumentException naming what a method looks like
     */
    public static String requireWellFormed(String method) {
        if (method == null || method.length() > MAX_LENGTH || !WELL_FORMED.matcher(method).matches()) {
            throw new IllegalArgumentException(
                    "The REST method must be a name like im.message.add: letters, digits and underscores, separated by dots.");
        }
        return method;
    }

    /**
     * Whether a method by its name only reads, so that calling it twice does no harm.
     */
    public static boolean isReading(String method) {
        String action = method.substring(method.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return READING.contains(action) || method.equals(ProfileMethod.NAME);
    }
}
