package io.github.camelbitrix24.im.observe;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STARTING;

/**
 * Tells of each change of a consumer's state once, one after another, from whatever threads it is noticed. Nobody waits
 * for a listener who is being told: a listener may stop the consumer.
 */
final class StateChanges {

    private final AtomicInteger looks = new AtomicInteger();
    private final Supplier<Diagnosis> now;
    private final BiConsumer<Bitrix24ImConsumerState, Diagnosis> listener;

    private volatile Bitrix24ImConsumerState told = STARTING;

    /**
     * @param listener gets the old state, and what is now
     */
    StateChanges(Supplier<Diagnosis> now, BiConsumer<Bitrix24ImConsumerState, Diagnosis> listener) {
        this.now = now;
        this.listener = listener;
    }

    /** Something has happened that may have changed the state. */
    void look() {
        if (looks.getAndIncrement() == 0) {
            int seen;
            do {
                seen = looks.get();
                try {
                    tell(now.get());
                } catch (RuntimeException | Error e) {
                    // what is not told now can be told at the next look
                    looks.set(0);
                    throw e;
                }
            } while (looks.addAndGet(-seen) != 0);
        }
    }

    private void tell(Diagnosis diagnosis) {
        Bitrix24ImConsumerState old = told;
        if (old != diagnosis.state()) {
            told = diagnosis.state();
            listener.accept(old, diagnosis);
        }
    }
}
