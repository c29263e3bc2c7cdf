package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** A message that the route has sent before. */
final class SentMessage {

    private static final NumberHeader ID = new NumberHeader(Bitrix24ImConstants.SENT_MESSAGE_ID, 1);

    private SentMessage() {
    }

    /**
     * @throws RuntimeExchangeException if nothing names it
     */
    static long id(Exchange exchange, String toDo) {
        Long id = ID.of(exchange);
        if (id == null) {
            throw new RuntimeExchangeException(
                    "No message to " + toDo + ": set the header " + Bitrix24ImConstants.SENT_MESSAGE_ID
                                               + ", as the operation send does, for example to 8802",
                    exchange);
        }
        return id;
    }
}
