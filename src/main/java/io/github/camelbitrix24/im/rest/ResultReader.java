package io.github.camelbitrix24.im.rest;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/**
 * Reads the value of {@code result} while the answer is being parsed.
 */
@FunctionalInterface
public interface ResultReader<T> {

    /**
     * @param  parser      stands on the first token of the value; must stand on its last one afterwards
     * @param  body        the bytes that the parser reads from, so that parts can be kept as they came
     * @throws IOException when the value has another shape than it should
     */
    T read(JsonParser parser, byte[] body) throws IOException;
}
