package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What {@link ServePortal} was told to do.
 *
 * @param users whose queues are to be read: one user in the middle of a conversation, or many who are spoken to in turn
 */
record ServeOptions(int port, List<Long> users, String secret, Duration pace, long seed, int messages, RateLimit limit) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "port", "8124", "user", "7", "users", "0", "secret", "emulatorsecret01", "pace", "2s", "seed", "1",
            "messages", String.valueOf(Integer.MAX_VALUE), "limit", "none");
    private static final Map<String, RateLimit> LIMITS = Map.of(
            "none", RateLimit.NONE, "standard", RateLimit.STANDARD, "enterprise", RateLimit.ENTERPRISE);
    private static final long FIRST_OF_MANY = 101;

    /** @throws IllegalArgumentException if an argument is not understood; the message names it */
    static ServeOptions of(String... args) {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || !DEFAULTS.containsKey(args[i].substring(2)) || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "Expected --NAME VALUE with a name of " + DEFAULTS.keySet().stream().sorted().toList() + ", got "
                                                   + String.join(" ", args));
            }
            given.put(args[i].substring(2), args[i + 1]);
        }
        long user = read(given, "user", Long::valueOf);
        int users = read(given, "users", Integer::valueOf);
        return new ServeOptions(
                read(given, "port", Integer::valueOf),
                users > 0
                        ? LongStream.range(FIRST_OF_MANY, FIRST_OF_MANY + users).boxed().toList()
                        : List.of(user),
                given.get("secret"), read(given, "pace", text -> Duration.parse("PT" + text)),
                read(given, "seed", Long::valueOf), read(given, "messages", Integer::valueOf),
                read(given, "limit", ServeOptions::limit));
    }

    boolean many() {
        return users.size() > 1;
    }

    private static RateLimit limit(String name) {
        if (!LIMITS.containsKey(name)) {
            throw new IllegalArgumentException(name);
        }
        return LIMITS.get(name);
    }

    private static <T> T read(Map<String, String> given, String name, Function<String, T> reader) {
        try {
            return reader.apply(given.get(name));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--" + name + " does not take '" + given.get(name) + "', but for example " + DEFAULTS.get(name), e);
        }
    }
}
