package io.github.camelbitrix24.im.canary;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** What Camel notifies of, with headers and exceptions of the exchanges. */
final class InspectedEvents extends EventNotifierSupport {

    @Override
    public void notify(CamelEvent event) {
        Canary.inspect("event " + event.getType(), event);
        if (event instanceof CamelEvent.ExchangeEvent exchangeEvent) {
            Exchange exchange = exchangeEvent.getExchange();
            Canary.inspect("headers", exchange.getMessage().getHeaders());
            inspect("exception", exchange.getException());
            inspect("caught", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        }
        if (event instanceof CamelEvent.FailureEvent failure) {
            inspect("failure", failure.getCause());
        }
    }

    private static void inspect(String where, Throwable thrown) {
        if (thrown != null) {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            Canary.inspect(where, text);
        }
    }
}
