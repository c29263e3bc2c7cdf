package io.github.camelbitrix24.im;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The outcome of a handout. It is done when its exchange has returned from the route without exception and without
 * rollback, and its unit of work has completed so as well, wherever the route handed that over to. It has failed as
 * soon as either says so. A unit of work that never completes leaves it undone.
 */
final class HandoutCompletion extends SynchronizationAdapter {

    private final AtomicInteger outstanding;
    private final AtomicReference<Consumer<Throwable>> listener;

    private HandoutCompletion(int outstanding, Consumer<Throwable> listener) {
        this.outstanding = new AtomicInteger(outstanding);
        this.listener = new AtomicReference<>(listener);
    }

    /**
     * Of an exchange that we send down a route ourselves.
     *
     * @param listener is told once: {@code null} when done, what went wrong when failed
     */
    static HandoutCompletion ofRoute(Consumer<Throwable> listener) {
        return new HandoutCompletion(2, listener);
    }

    /**
     * Of an exchange that somebody else received from us, whose unit of work alone decides.
     *
     * @param listener is told once: {@code null} when done, what went wrong when failed
     */
    static HandoutCompletion ofReceiver(Consumer<Throwable> listener) {
        return new HandoutCompletion(1, listener);
    }

    /**
     * The route has returned.
     */
    void returned(Exchange exchange) {
        judge(exchange);
    }

    @Override
    public void onComplete(Exchange exchange) {
        judge(exchange);
    }

    @Override
    public void onFailure(Exchange exchange) {
        Exception exception = exchange.getException();
        tell(exception != null ? exception : new RolledBackException());
    }

    /** {@code markRollbackOnly} leaves no exception and completes as a success. */
    private void judge(Exchange exchange) {
        if (exchange.getException() != null || exchange.isRollbackOnly()) {
            onFailure(exchange);
        } else if (outstanding.decrementAndGet() == 0) {
            tell(null);
        }
    }

    private void tell(Throwable failure) {
        Consumer<Throwable> told = listener.getAndSet(null);
        if (told != null) {
            told.accept(failure);
        }
    }
}
