package io.github.camelbitrix24.im;

import org.apache.camel.RuntimeCamelException;

/**
 * Stands for a rollback that the route asked for without an exception.
 */
final class RolledBackException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    RolledBackException() {
        super("the exchange was marked for rollback");
    }
}
