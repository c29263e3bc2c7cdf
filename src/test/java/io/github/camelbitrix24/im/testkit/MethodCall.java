package io.github.camelbitrix24.im.testkit;

import java.util.Map;

/** An authorised call of a method. */
record MethodCall(Caller caller, Map<String, Object> params) {

    long userId() {
        return caller.userId();
    }
}
