package io.github.camelbitrix24.im.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds methods by name. Older methods are found in any case; of a controller's name the module must be lower case and
 * the class exact, because both become a path in a case-sensitive file system.
 */
final class MethodTable {

    private static final String EVENT = "im.v2.Event.";
    private static final Pattern MISSPELLED_EVENT = Pattern.compile("im\\.(v2\\.)?event(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Map<String, RestMethod> legacy = new HashMap<>();
    private final Map<String, RestMethod> events = new HashMap<>();
    private final Map<String, RestMethod> taught = new TreeMap<>();

    void add(String name, String scope, Function<MethodCall, Object> action) {
        legacy.put(name, new RestMethod(name, scope, false, action));
    }

    void addEvent(String action, Function<MethodCall, Object> body) {
        events.put(action, new RestMethod(EVENT + action, "im", true, body));
    }

    /**
     * What a test answers takes precedence. A name with capitals is one of a controller, and found in this case only.
     */
    void teach(String name, Function<Map<String, Object>, Object> answer) {
        taught.put(name, new RestMethod(name, "", false, call -> answer.apply(call.params())));
    }

    /** Those that there are, without those that a test has taught. */
    List<String> names() {
        return Stream.concat(legacy.values().stream(), events.values().stream()).map(RestMethod::name).sorted().toList();
    }

    /** @throws RestFailure if there is none; it says so if the emulator may be to blame */
    RestMethod named(String sent) {
        return find(sent).orElseThrow(() -> isMisspelled(sent)
                ? RestFailure.of("ERROR_METHOD_NOT_FOUND")
                : RestFailure.of("ERROR_METHOD_NOT_FOUND").described(
                        "Method not found! The emulator lacks " + sent + ", which a real portal may have. In a test, "
                                                                     + "PortalEmulator.answer(\"" + sent
                                                                     + "\", result) answers it; PortalEmulator.methods() "
                                                                     + "are those that it has."));
    }

    /** No portal has it: not a name, or one of the event queue's methods with a slip in it. */
    private static boolean isMisspelled(String sent) {
        return !sent.contains(".") || MISSPELLED_EVENT.matcher(sent).matches();
    }

    Optional<RestMethod> find(String sent) {
        RestMethod learned = taught.getOrDefault(sent, taught.get(sent.toLowerCase(Locale.ROOT)));
        if (learned != null) {
            return Optional.of(learned);
        }
        RestMethod older = legacy.get(sent.toLowerCase(Locale.ROOT));
        if (older != null) {
            return Optional.of(older);
        }
        String[] parts = sent.split("\\.", -1);
        boolean isEvent = parts.length == 4 && parts[0].equals("im") && parts[1].equalsIgnoreCase("v2")
                && parts[2].equals("Event") && !parts[3].isEmpty();
        return isEvent ? Optional.of(eventAction(parts[3])) : Optional.empty();
    }

    private RestMethod eventAction(String action) {
        RestMethod known = events.get(action.toLowerCase(Locale.ROOT));
        return known != null ? known : new RestMethod(EVENT + action, "im", true, call -> {
            throw RestFailure.of("22002", "Could not find description of " + action + " in Bitrix\\Im\\V2\\Controller\\Event",
                    400);
        });
    }
}
