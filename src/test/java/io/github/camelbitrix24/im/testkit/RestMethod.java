package io.github.camelbitrix24.im.testkit;

import java.util.function.Function;

/** A method of the REST server. Controller methods accept GET and POST only; the scope is empty when none is needed. */
record RestMethod(String name, String scope, boolean controller, Function<MethodCall, Object> action) {

    Object call(MethodCall call) {
        return action.apply(call);
    }
}
