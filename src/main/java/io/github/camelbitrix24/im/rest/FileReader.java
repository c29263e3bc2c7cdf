package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * Makes something of a file while it comes. It must be read to its end.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface FileReader<T> {

    /**
     * @throws IOException when the bytes end early; everything else that goes wrong must be another exception
     */
    T read(IncomingFile file) throws IOException, RestException;
}
