package io.github.camelbitrix24.im.testkit.http;

/** Answers requests; called on one thread per connection, interrupted when the server closes. */
@FunctionalInterface
public interface Handler {

    Reply handle(Request request) throws InterruptedException;
}
