package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;

/** Ends the recording of events, and deletes what was recorded. */
record Unsubscribe(Means means) implements Operation {

    @Override
    public void process(Exchange exchange) throws RestException {
        exchange.getMessage().setBody(means.calls().make(OperationTable.unsubscribe, means.actor()::unsubscribe));
    }
}
