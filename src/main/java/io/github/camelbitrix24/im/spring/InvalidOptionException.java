package io.github.camelbitrix24.im.spring;

/**
 * Says of a property what is wrong with it and what to do, and never what its value is.
 */
final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    InvalidOptionException(String description, String action) {
        super(description + " " + action);
        this.description = description;
        this.action = action;
    }

    String description() {
        return description;
    }

    String action() {
        return action;
    }
}
