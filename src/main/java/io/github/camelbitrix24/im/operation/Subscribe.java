package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;

/** Has events recorded from now on. */
record Subscribe(Means means) implements Operation {

    @Override
    public void process(Exchange exchange) throws RestException {
        exchange.getMessage().setBody(means.calls().make(OperationTable.subscribe, means.actor()::subscribe));
    }
}
