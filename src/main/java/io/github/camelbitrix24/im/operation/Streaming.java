package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * Posts the first words of a text that is still being written, and edits the message as the text grows. The end is
 * always shown; where the text breaks off, the message says so.
 */
final class Streaming implements Operation {

    private static final String BROKEN_OFF = "\n\n(The answer breaks off here.)";
    /** What is posted has another text each time that it is streamed, and is the same message all the same. */
    private static final String NAME = "stream";

    private final Means means;
    private final Dialogs dialogs;
    private final Parts parts;
    private final LoopGuard guard;

    Streaming(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
        this.parts = new Parts(means);
        this.guard = new LoopGuard(means);
    }

    @Override
    public void process(Exchange exchange) throws RestException, LoopException {
        ReplyTo replyTo = ReplyTo.of(exchange, means.settings());
        Content look = new Content(null, parts.keyboard(exchange), parts.attach(exchange));
        String dialogId = dialogs.of(exchange);
        String templateId = TemplateId.of(exchange, dialogId, NAME);
        try (TextPieces pieces = TextPieces.of(exchange)) {
            if (guard.admits(exchange, dialogId, templateId)) {
                GrowingMessage message = new GrowingMessage(means, dialogId, replyTo, templateId);
                StringBuilder text = new StringBuilder();
                take(exchange, pieces, text, message);
                finish(exchange, text, message, look);
                TemplateId.posted(exchange, message.id());
                exchange.getMessage().setBody(message.id());
                exchange.getMessage().setHeader(Bitrix24ImConstants.SENT_MESSAGE_ID, message.id());
            }
        }
    }

    private void take(Exchange exchange, TextPieces pieces, StringBuilder text, GrowingMessage message) throws RestException {
        boolean whole = false;
        try {
            while (pieces.hasNext()) {
                text.append(pieces.next());
                message.grow(text.toString());
            }
            whole = true;
        } catch (RuntimeException e) {
            throw new RuntimeExchangeException("The text breaks off: " + e.getMessage(), exchange, e);
        } finally {
            if (!whole) {
                message.breakOff(text + BROKEN_OFF);
            }
        }
    }

    private void finish(Exchange exchange, StringBuilder text, GrowingMessage message, Content look) throws RestException {
        boolean finished = false;
        try {
            message.finish(text.toString(), look);
            finished = true;
        } catch (IllegalArgumentException e) {
            throw new RuntimeExchangeException(e.getMessage(), exchange, e);
        } finally {
            if (!finished) {
                message.breakOff(text + BROKEN_OFF);
            }
        }
    }
}
