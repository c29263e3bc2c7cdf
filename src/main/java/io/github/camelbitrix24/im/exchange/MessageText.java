package io.github.camelbitrix24.im.exchange;

import java.net.URI;
import java.net.URL;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * The text that a body is. What has a text only because everything in Java can be printed is refused: nobody means to
 * post {@code {a=1}} or the JSON of an event.
 */
public final class MessageText {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final List<Class<?>> VALUES = List.of(CharSequence.class, Number.class, Boolean.class, Character.class,
            Enum.class, TemporalAccessor.class, TemporalAmount.class, Date.class, UUID.class, URI.class, URL.class);

    private MessageText() {
    }

    /**
     * @throws RuntimeExchangeException if the body is no text, or an empty one
     */
    public static String of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (isData(body)) {
            throw noText(exchange, body);
        }
        // Camel 4.14 gives the text of such a node in quotes
        String text = body instanceof JsonNode node
                ? node.asText(null) : exchange.getMessage().getBody(String.class);
        if (text != null && !(body instanceof JsonNode) && VALUES.stream().noneMatch(value -> value.isInstance(body))
                && text.equals(body.toString())) {
            throw noText(exchange, body);
        }
        return requireText(exchange, withoutMark(text));
    }

    private static boolean isData(Object body) {
        return body instanceof Map || body instanceof Collection || body instanceof Object[] || body instanceof Bitrix24ImEvent
                || body instanceof JsonNode node && (node.isContainerNode() || node.isPojo());
    }

    private static String withoutMark(String text) {
        return text != null && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String requireText(Exchange exchange, String text) {
        if (text == null || text.isBlank()) {
            throw new RuntimeExchangeException("No text to send: the body is empty", exchange);
        }
        return text;
    }

    private static RuntimeExchangeException noText(Exchange exchange, Object body) {
        return new RuntimeExchangeException(
                "No text to send: the body is " + (body instanceof Bitrix24ImEvent
                        ? "the event itself" : "a " + body.getClass().getName() + ", which is no text")
                                            + ". Say what to send in a step before, for example with setBody and"
                                            + " ${body.message.text} or another expression; to send data as JSON, marshal it",
                exchange);
    }
}
