package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.EventExchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Turns the JSON of an event, stored as text, bytes, file or map, into the event that it was, and sets the headers that
 * the event tells. The JSON does not tell {@code CamelBitrix24ImPortal}, {@code CamelBitrix24ImOwn} and
 * {@code CamelBitrix24ImAttempt}: what the message has of these stays.
 */
@DataTypeTransformer(name = "bitrix24-im:event",
                     description = "Transforms the JSON of an event, as the portal sent it, to the event, and sets its headers")
public class Bitrix24ImEventDataTypeTransformer extends Transformer {

    @Override
    public void transform(Message message, DataType from, DataType to) {
        try {
            Bitrix24ImEvent event = message.getMandatoryBody(Bitrix24ImEvent.class);
            EventExchange.restore(message.getExchange(), message.getHeader(Bitrix24ImConstants.PORTAL, String.class), event);
        } catch (InvalidPayloadException e) {
            throw new RuntimeExchangeException(
                    "The data type " + getName() + " is made from the JSON of one event: " + reason(e), message.getExchange(),
                    e);
        }
    }

    private static String reason(InvalidPayloadException e) {
        Throwable why = e;
        while (why.getCause() != null && !(why instanceof IllegalArgumentException)) {
            why = why.getCause();
        }
        return why.getMessage();
    }
}
