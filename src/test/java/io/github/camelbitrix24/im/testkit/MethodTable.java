package io.github.camelbitrix24.im.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.Behaviour.UndocumentedMethods;

/**
 * Finds methods by name. Older methods are found in any case; of a controller's name the module must be lower case and
 * the class exact, because both become a path in a case-sensitive file system.
 */
final class MethodTable {

    private static final Pattern MISSPELLED_EVENT = Pattern.compile("im\\.(v2\\.)?event(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROLLER = Pattern.compile("([^.]+)\\.[vV]2\\.(.+)\\.([^.]+)");
    private static final String UNDOCUMENTED = "im.v2.Chat.";
    private static final String DOCUMENTED = "im.v2.Chat.Bot";

    private final Behaviours behaviours;
    private final Map<String, RestMethod> legacy = new HashMap<>();
    private final Map<String, ControllerClass> controllers = new TreeMap<>();
    private final Map<String, RestMethod> taught = new TreeMap<>();

    MethodTable(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    /** @param scopes one of them is needed */
    void add(String name, Set<String> scopes, Function<MethodCall, Object> action) {
        legacy.put(name, RestMethod.legacy(name, scopes, action));
    }

    ControllerClass controller(String name) {
        return controllers.computeIfAbsent(name, ControllerClass::new);
    }

    /**
     * What a test answers takes precedence. A name with capitals is one of a controller, and found in this case only.
     */
    void teach(String name, Function<Map<String, Object>, Object> answer) {
        taught.put(name, RestMethod.legacy(name, Set.of(), call -> answer.apply(call.params())));
    }

    /** Those that there are, without those that a test has taught. */
    List<String> names() {
        return Stream.concat(legacy.values().stream(), controllers.values().stream().flatMap(ControllerClass::methods))
                .map(RestMethod::name).sorted().toList();
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

    /** No portal has it, or this one has not: no name, or that of a controller with a slip in it. */
    private boolean isMisspelled(String sent) {
        String lower = sent.toLowerCase(Locale.ROOT);
        return !sent.contains(".") || MISSPELLED_EVENT.matcher(sent).matches()
                || controllers.keySet().stream().anyMatch(name -> lower.startsWith(name.toLowerCase(Locale.ROOT) + "."));
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
        Matcher parts = CONTROLLER.matcher(sent);
        return parts.matches()
                ? Optional.ofNullable(controllers.get(parts.group(1) + ".v2." + parts.group(2)))
                        .flatMap(found -> action(found, parts.group(3)))
                : Optional.empty();
    }

    private Optional<RestMethod> action(ControllerClass found, String action) {
        if (!found.name().startsWith(UNDOCUMENTED) || found.name().equals(DOCUMENTED)) {
            return Optional.of(found.action(action));
        }
        return switch (behaviours.of(UndocumentedMethods.class)) {
            case PRESENT -> Optional.of(found.action(action));
            case MISSING -> Optional.empty();
            case WITHOUT_ACTIONS -> Optional.of(found.unknown(action));
        };
    }
}
