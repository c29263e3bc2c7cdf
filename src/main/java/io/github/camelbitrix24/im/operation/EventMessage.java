package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** The message that an event is about. */
final class EventMessage {

    private static final NumberHeader ID = new NumberHeader(Bitrix24ImConstants.MESSAGE_ID, 1);

    private EventMessage() {
    }

    /**
     * @throws RuntimeExchangeException if neither the header nor an event in the body names it
     */
    static long id(Exchange exchange, String toDo) {
        Long id = ID.of(exchange);
        if (id == null && exchange.getMessage().getBody() instanceof Bitrix24ImEvent event) {
            id = event.getMessageId();
        }
        if (id == null) {
            throw new RuntimeExchangeException(
                    "No message to " + toDo + ": set the header " + Bitrix24ImConstants.MESSAGE_ID
                                               + ", which events of messages bring along, for example to 8802",
                    exchange);
        }
        return id;
    }
}
