package io.github.camelbitrix24.im.consumer;

import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The outcome of a handout. It is known when its exchange has returned from the route and its unit of work has
 * completed, wherever the route handed that over to: until then somebody still works on it. It is done if neither says
 * that it failed or was rolled back. A unit of work that never completes leaves it undone.
 */
final class HandoutCompletion extends SynchronizationAdapter {

    private final Consumer<Throwable> listener;
    private int outstanding;
    private Throwable failure;

    private HandoutCompletion(int outstanding, Consumer<Throwable> listener) {
        this.outstanding = outstanding;
        this.listener = listener;
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
     * The route has returned. Where the exchange never got a unit of work, nothing else will come.
     */
    void returned(Exchange exchange) {
        boolean forgotten = exchange.getExchangeExtension().containsOnCompletion(this);
        arrive(failure(exchange), forgotten ? 2 : 1);
    }

    @Override
    public void onComplete(Exchange exchange) {
        arrive(failure(exchange), 1);
    }

    @Override
    public void onFailure(Exchange exchange) {
        Throwable thrown = failure(exchange);
        arrive(thrown != null ? thrown : new RolledBackException(), 1);
    }

    /** {@code markRollbackOnly} leaves no exception and completes as a success. */
    private static Throwable failure(Exchange exchange) {
        Exception exception = exchange.getException();
        return exception == null && exchange.isRollbackOnly() ? new RolledBackException() : exception;
    }

    private void arrive(Throwable thrown, int arrivals) {
        Throwable outcome;
        synchronized (this) {
            boolean known = outstanding <= 0;
            failure = failure == null ? thrown : failure;
            outstanding -= arrivals;
            if (known || outstanding > 0) {
                return;
            }
            outcome = failure;
        }
        listener.accept(outcome);
    }
}
