package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The leave to make one request, which travels with the call. Whoever was granted it closes it, whatever happens: then
 * the request counts as answered if it was made, and is given back if not. Thread-safe.
 */
public final class Permit implements AutoCloseable {

    private enum Stage {
        GRANTED,
        SENT,
        CLOSED
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.GRANTED);
    private final RequestBudget budget;
    private final Urgency urgency;

    Permit(RequestBudget budget, Urgency urgency) {
        this.budget = budget;
        this.urgency = urgency;
    }

    /**
     * The request is being made.
     *
     * @return {@code false} if it must not be: the permit was used for another one, or is closed
     */
    public boolean sent() {
        return stage.compareAndSet(Stage.GRANTED, Stage.SENT);
    }

    /**
     * What was made with this permit is answered and calls for another request: closes this one and waits for the next.
     *
     * @param  atMost how long, or {@code null} for as long as it takes
     * @return        the permit for the other request, or {@code null} if it was not granted in time
     */
    public Permit next(Urgency urgency, Object caller, Duration atMost) throws InterruptedException {
        close();
        return budget.acquire(urgency, caller, atMost);
    }

    /** Closing it again does nothing. */
    @Override
    public void close() {
        Stage last = stage.getAndSet(Stage.CLOSED);
        if (last != Stage.CLOSED) {
            budget.ended(urgency, last == Stage.SENT);
        }
    }
}
