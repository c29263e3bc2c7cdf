package io.github.camelbitrix24.im.testkit;

/** A time in which nothing listens at the portal's address, though people go on talking. Closing ends it. */
public final class Outage implements AutoCloseable {

    private final Listener listener;

    Outage(Listener listener) {
        this.listener = listener;
        listener.pause();
    }

    @Override
    public void close() {
        listener.resume();
    }
}
