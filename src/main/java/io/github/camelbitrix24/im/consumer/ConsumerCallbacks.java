package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.observe.Diagnosis;

/**
 * What a session asks of the consumer that it works for, and tells it.
 */
public interface ConsumerCallbacks {

    /** Whether it is suspended. */
    boolean isPaused();

    /** Whether it, or everything around it, is being stopped, so that there is no more news of it. */
    boolean isEnding();

    /** It fares differently. */
    void stateChanged(Bitrix24ImConsumerState old, Diagnosis now);

    /** Events are gone that were not acknowledged here. */
    void takenAway(List<Long> eventIds);

    /**
     * An event failed and counts as done.
     *
     * @param what what is to be said of it
     */
    void eventFailed(String what, Throwable failure);
}
