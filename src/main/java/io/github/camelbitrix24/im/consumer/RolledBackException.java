package io.github.camelbitrix24.im.consumer;

import org.apache.camel.RuntimeCamelException;

/**
 * Stands for a rollback that the route asked for without an exception.
 */
public final class RolledBackException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    public RolledBackException() {
        super("the exchange was marked for rollback");
    }
}
