package io.github.camelbitrix24.im.exchange;

import java.util.function.UnaryOperator;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.ImMessage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeExchangeException;

/**
 * The text with BB codes that a body is or has: an event's message, a message, or a text.
 */
public final class BbBody {

    private BbBody() {
    }

    /**
     * Puts the text into the body in another notation.
     *
     * @throws RuntimeExchangeException if there is none
     */
    public static void transform(Message message, String dataType, String contentType, UnaryOperator<String> notation) {
        message.setBody(notation.apply(text(message, dataType)));
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
    }

    private static String text(Message message, String dataType) {
        Object body = message.getBody();
        String text = body instanceof Bitrix24ImEvent event
                ? event.getMessage().getText() : body instanceof ImMessage said ? said.getText() : null;
        if (text == null && (body instanceof Bitrix24ImEvent || body instanceof ImMessage)) {
            throw new RuntimeExchangeException(
                    "The data type " + dataType + " is made from a text, and this "
                                               + (body instanceof ImMessage ? "message" : "event")
                                               + " has none: filter such ones out before, for example with eventTypes",
                    message.getExchange());
        }
        return text != null ? text : MessageText.of(message.getExchange());
    }
}
