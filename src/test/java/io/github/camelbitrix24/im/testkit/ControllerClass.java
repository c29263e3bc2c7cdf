package io.github.camelbitrix24.im.testkit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A controller of a module, {@code im.v2.Chat.Message} for example, and its actions, whose names are good in any case.
 */
final class ControllerClass {

    private final String module;
    private final String path;
    private final Map<String, RestMethod> actions = new HashMap<>();

    /** @param name the module, {@code v2}, and the path of the class */
    ControllerClass(String name) {
        this.module = name.substring(0, name.indexOf('.'));
        this.path = name.substring(name.indexOf(".v2.") + ".v2.".length());
    }

    ControllerClass action(String action, Function<MethodCall, Object> body) {
        actions.put(action.toLowerCase(Locale.ROOT), method(action, body));
        return this;
    }

    String name() {
        return module + ".v2." + path;
    }

    RestMethod action(String name) {
        RestMethod known = actions.get(name.toLowerCase(Locale.ROOT));
        return known != null ? known : unknown(name);
    }

    /** As any action that a class has not: there is no telling before it is called. */
    RestMethod unknown(String action) {
        return method(action, call -> {
            throw RestFailure.of("22002", "Could not find description of " + action + " in Bitrix\\"
                                          + module.substring(0, 1).toUpperCase(Locale.ROOT) + module.substring(1)
                                          + "\\V2\\Controller\\" + path.replace('.', '\\'),
                    400);
        });
    }

    Stream<RestMethod> methods() {
        return actions.values().stream();
    }

    private RestMethod method(String action, Function<MethodCall, Object> body) {
        return new RestMethod(name() + "." + action, Set.of(module), true, body);
    }
}
