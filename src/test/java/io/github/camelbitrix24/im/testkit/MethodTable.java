package io.github.camelbitrix24.im.testkit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds methods by name. Older methods are found in any case; of a controller's name the module must be lower case and
 * the class exact, because both become a path in a case-sensitive file system.
 */
final class MethodTable {

    private static final String EVENT = "im.v2.Event.";

    private final Map<String, RestMethod> legacy = new HashMap<>();
    private final Map<String, RestMethod> events = new HashMap<>();

    void add(String name, String scope, Function<MethodCall, Object> action) {
        legacy.put(name, new RestMethod(name, scope, false, action));
    }

    void addEvent(String action, Function<MethodCall, Object> body) {
        events.put(action, new RestMethod(EVENT + action, "im", true, body));
    }

    Optional<RestMethod> find(String sent) {
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
