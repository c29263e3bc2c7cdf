package io.github.camelbitrix24.im.operation;

import java.util.List;

import io.github.camelbitrix24.im.exchange.MessageText;
import io.github.camelbitrix24.im.text.PostedText;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** The texts that a body is posted as. */
record Texts(Settings settings) {

    /**
     * In the order in which to post them; one, unless a long text is split.
     *
     * @throws RuntimeExchangeException if there is nothing to post, or too much
     */
    List<String> of(Exchange exchange) {
        String text = MessageText.of(exchange);
        try {
            return PostedText.of(text, settings.textFormat(), settings.longText());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new RuntimeExchangeException(e.getMessage(), exchange, e);
        }
    }
}
