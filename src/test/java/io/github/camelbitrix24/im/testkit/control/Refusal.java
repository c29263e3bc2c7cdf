package io.github.camelbitrix24.im.testkit.control;

/** A control call that is not done; its message says what to do instead. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
