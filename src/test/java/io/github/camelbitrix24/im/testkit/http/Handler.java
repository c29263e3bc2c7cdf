package io.github.camelbitrix24.im.testkit.http;

/** Answers requests; called on one thread per connection, interrupted when the server closes. */
@FunctionalInterface
public interface Handler {

    Reply handle(Request request) throws InterruptedException;

    /** The reply has been written, or could not be. Called on the same thread. */
    default void answered() {
    }
}
