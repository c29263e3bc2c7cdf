package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * Which message a message answers.
 *
 * @param messageId  {@code null} if none
 * @param isOptional whether it is the event's, which may be deleted meanwhile: then the answer stands alone
 */
record ReplyTo(Long messageId, boolean isOptional) {

    private static final NumberHeader NAMED = new NumberHeader(Bitrix24ImConstants.REPLY_TO, 1);
    private static final NumberHeader OF_EVENT = new NumberHeader(Bitrix24ImConstants.MESSAGE_ID, 1);

    /**
     * @throws RuntimeExchangeException if the option wants a reply, and there is no message to reply to
     */
    static ReplyTo of(Exchange exchange, Settings settings) {
        Long named = NAMED.of(exchange);
        if (named != null || !settings.reply()) {
            return new ReplyTo(named, false);
        }
        Long event = OF_EVENT.of(exchange);
        if (event == null) {
            throw new RuntimeExchangeException(
                    "No message to reply to: with reply=true it is that of the header " + Bitrix24ImConstants.MESSAGE_ID
                                               + ", which events of messages bring along. Set the header "
                                               + Bitrix24ImConstants.REPLY_TO + ", for example to 8802, or leave reply out",
                    exchange);
        }
        return new ReplyTo(event, true);
    }
}
