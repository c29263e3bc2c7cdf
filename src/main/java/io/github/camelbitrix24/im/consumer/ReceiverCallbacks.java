package io.github.camelbitrix24.im.consumer;

import java.util.List;

import org.apache.camel.Exchange;

/**
 * What a session asks of the endpoint whose events it gives to receivers, and tells it.
 */
public interface ReceiverCallbacks {

    Exchange createExchange();

    /** Events are gone that were not acknowledged here. */
    void takenAway(List<Long> eventIds);

    /**
     * An event failed and counts as done.
     *
     * @param what what is to be said of it
     */
    void eventFailed(String what, Throwable failure);
}
