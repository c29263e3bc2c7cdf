package io.github.camelbitrix24.im.testkit.control;

import java.util.Set;
import java.util.function.Function;

/**
 * Something that can befall the portal.
 *
 * @param what    what it is for short
 * @param about   what it does, in a sentence
 * @param fields  what it takes beside its name
 * @param lasting whether it goes on until it is ended; otherwise {@code begin} does it, and returns nothing to close
 * @param begin   begins it; what it returns ends it
 */
record Happening(
        String name, String what, String about, Set<String> fields, boolean lasting,
        Function<Arguments, AutoCloseable> begin) {
}
