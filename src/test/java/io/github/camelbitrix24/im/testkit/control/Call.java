package io.github.camelbitrix24.im.testkit.control;

import java.util.Set;
import java.util.function.Function;

/**
 * A control call.
 *
 * @param fields those that it knows; others are refused, so that none is left out by a slip of the pen
 */
record Call(Set<String> fields, Function<Arguments, Object> action) {

    Object make(Arguments given) {
        given.only(fields);
        return action.apply(given);
    }
}
