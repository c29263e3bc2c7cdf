package io.github.camelbitrix24.im.testkit;

import java.util.Set;
import java.util.function.Function;

/**
 * A method of the REST server. Controller methods accept GET and POST only; one of the scopes is needed, none if there
 * are none.
 */
record RestMethod(String name, Set<String> scopes, boolean controller, Function<MethodCall, Object> action) {

    static RestMethod legacy(String name, Set<String> scopes, Function<MethodCall, Object> action) {
        return new RestMethod(name, scopes, false, action);
    }

    Object call(MethodCall call) {
        return action.apply(call);
    }
}
