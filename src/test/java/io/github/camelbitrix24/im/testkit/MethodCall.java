package io.github.camelbitrix24.im.testkit;

import java.util.Map;

/** An authorised call of a method; a form is the body of an HTML form, as opposed to JSON. */
record MethodCall(Caller caller, Map<String, Object> params, boolean form) {

    long userId() {
        return caller.userId();
    }

    EmulatedUser user() {
        return caller.user();
    }
}
