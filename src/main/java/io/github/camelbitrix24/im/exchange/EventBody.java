package io.github.camelbitrix24.im.exchange;

import java.io.ByteArrayOutputStream;
import java.util.List;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Message;
import org.apache.camel.RuntimeExchangeException;

/**
 * The body of a message that comes from {@code bitrix24-im:events}, as data types see it: an event, or a list of them.
 */
public record EventBody(Message message, String dataType, boolean batch, List<?> events) {

    /**
     * @throws RuntimeExchangeException if the body is anything else
     */
    public static EventBody of(Message message, String dataType) {
        Object body = message.getBody();
        if (body instanceof Bitrix24ImEvent event) {
            return new EventBody(message, dataType, false, List.of(event));
        }
        if (body instanceof List<?> list && list.stream().allMatch(Bitrix24ImEvent.class::isInstance)) {
            return new EventBody(message, dataType, true, list);
        }
        String found = body == null ? "empty" : "a " + body.getClass().getName();
        throw new RuntimeExchangeException(
                "The data type " + dataType + " is made from an event of bitrix24-im:events, but the body is " + found
                                           + ": transform the event before the route changes the body",
                message.getExchange());
    }

    public Bitrix24ImEvent single() {
        if (batch) {
            throw new RuntimeExchangeException(
                    "The data type " + dataType + " is made from one event, but the body is a list of " + events.size()
                                               + ": leave the option batching off, or split the list first",
                    message.getExchange());
        }
        return (Bitrix24ImEvent) events.get(0);
    }

    public byte[] json() {
        if (!batch) {
            return single().toByteArray();
        }
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        array.write('[');
        for (Object event : events) {
            if (array.size() > 1) {
                array.write(',');
            }
            array.writeBytes(((Bitrix24ImEvent) event).toByteArray());
        }
        array.write(']');
        return array.toByteArray();
    }
}
