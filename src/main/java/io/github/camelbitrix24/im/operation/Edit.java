package io.github.camelbitrix24.im.operation;

import java.util.List;

import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** Gives a message that was sent another text. */
final class Edit implements Operation {

    private final Means means;
    private final Texts texts;
    private final Parts parts;

    Edit(Means means) {
        this.means = means;
        this.texts = new Texts(means.settings());
        this.parts = new Parts(means);
    }

    @Override
    public void process(Exchange exchange) throws RestException {
        long id = SentMessage.id(exchange, "edit");
        List<String> text = texts.of(exchange);
        if (text.size() > 1) {
            throw new RuntimeExchangeException(
                    "The text is too long for one message, and a message that was sent cannot become several: shorten it",
                    exchange);
        }
        Content content = new Content(text.get(0), parts.keyboardOrNothing(exchange), parts.attachOrNothing(exchange));
        try {
            means.calls().make(OperationTable.edit, means.actor().edit(id, content));
        } catch (RestException e) {
            // an event that comes again is answered again, also where a later step of the route deletes the answer
            if (!means.actor().isGone(e) || !means.memory().isDeleted(id)) {
                throw e;
            }
        }
        exchange.getMessage().setBody(true);
    }
}
