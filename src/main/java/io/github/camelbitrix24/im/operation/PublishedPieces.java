package io.github.camelbitrix24.im.operation;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a publisher brings, for somebody who waits for it. The next piece is asked for when one was taken.
 */
final class PublishedPieces implements Flow.Subscriber<Object>, Iterator<Object> {

    private static final Signal END = new Signal(null, null);

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;
    private volatile boolean cancelled;
    private Signal next;

    private record Signal(Object piece, Throwable failure) {
    }

    @Override
    public void onSubscribe(Flow.Subscription offered) {
        if (subscription != null || cancelled) {
            offered.cancel();
            return;
        }
        subscription = offered;
        offered.request(1);
    }

    @Override
    public void onNext(Object piece) {
        signals.add(new Signal(piece, null));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal(null, failure));
    }

    @Override
    public void onComplete() {
        signals.add(END);
    }

    /**
     * @throws IllegalStateException if the publisher has failed, or the wait was interrupted
     */
    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = signals.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the next piece", e);
            }
        }
        if (next.failure() != null) {
            throw new IllegalStateException(String.valueOf(next.failure().getMessage()), next.failure());
        }
        return next != END;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object piece = next.piece();
        next = null;
        subscription.request(1);
        return piece;
    }

    void cancel() {
        cancelled = true;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}
