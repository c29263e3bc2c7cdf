package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Reports what keeps events from arriving, also where the options are such that no portal can be called.
 */
final class CheckProducer extends DefaultProducer {

    CheckProducer(Bitrix24ImEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        String named = exchange.getMessage().getHeader(Bitrix24ImConstants.OPERATION, String.class);
        if (named != null && Bitrix24ImOperation.parse(named) != Bitrix24ImOperation.check) {
            throw new IllegalArgumentException(
                    "The header " + Bitrix24ImConstants.OPERATION + " says " + named
                                               + ", and bitrix24-im:check does nothing but"
                                               + " check: remove the header, or use another endpoint.");
        }
        Bitrix24ImEndpoint endpoint = (Bitrix24ImEndpoint) getEndpoint();
        try {
            endpoint.getComponent().checks().of(endpoint).process(exchange);
        } catch (RestException e) {
            throw Bitrix24ImException.of(e);
        }
    }
}
