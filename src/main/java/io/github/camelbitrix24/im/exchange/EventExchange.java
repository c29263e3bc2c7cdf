package io.github.camelbitrix24.im.exchange;

import java.time.OffsetDateTime;
import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventKind;
import io.github.camelbitrix24.im.event.ImCommand;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.trait.message.MessageTrait;
import org.apache.camel.trait.message.RedeliveryTraitPayload;

/**
 * Puts events into an exchange.
 *
 * @param portal     the host that the events come from
 * @param actingUser the user as whom the portal acts, or {@code null} if that is not known
 */
public record EventExchange(String portal, Long actingUser) {

    public void fill(Exchange exchange, List<Bitrix24ImEvent> events) {
        TemplateId.begin(exchange, portal, events);
        exchange.getMessage().setBody(events);
        exchange.getMessage().setHeader(Bitrix24ImConstants.PORTAL, portal);
    }

    public void fill(Exchange exchange, Bitrix24ImEvent event) {
        restore(exchange, portal, event);
        if (actingUser != null) {
            exchange.getMessage().setHeader(Bitrix24ImConstants.OWN, isOwn(event, actingUser));
        }
    }

    /**
     * Puts all into an exchange that the event itself tells.
     *
     * @param portal where the event comes from, or {@code null} if that is not known
     */
    public static void restore(Exchange exchange, String portal, Bitrix24ImEvent event) {
        TemplateId.begin(exchange, portal, event);
        Message message = exchange.getMessage();
        message.setBody(event);
        message.setHeader(Bitrix24ImConstants.EVENT_ID, event.getId());
        set(message, Bitrix24ImConstants.PORTAL, portal);
        set(message, Bitrix24ImConstants.EVENT_TYPE, event.getType());
        set(message, Bitrix24ImConstants.EVENT_KIND, event.getKind());
        set(message, Bitrix24ImConstants.CHAT_ID, event.getChatId());
        set(message, Bitrix24ImConstants.DIALOG_ID, event.getDialogId());
        set(message, Bitrix24ImConstants.MESSAGE_ID, event.getMessageId());
        set(message, Bitrix24ImConstants.USER_ID, event.getUserId());
        set(message, Bitrix24ImConstants.SENDER, event.getSender());
        set(message, Bitrix24ImConstants.BOT_ID, event.getBotId());
        ImCommand command = EventKind.COMMAND.equals(event.getKind()) ? event.getCommand() : null;
        set(message, Bitrix24ImConstants.COMMAND, command == null ? null : command.getName());
        set(message, Bitrix24ImConstants.COMMAND_PARAMS, command == null ? null : command.getParams());
        set(message, Bitrix24ImConstants.COMMAND_CONTEXT, command == null ? null : command.getContext());
        OffsetDateTime date = event.getDate();
        set(message, Bitrix24ImConstants.EVENT_DATE, date);
        set(message, Exchange.MESSAGE_TIMESTAMP, date == null ? null : milliseconds(date));
    }

    /** Whether the acting user did it; not where nobody knows who that is. */
    public static boolean isOwn(Bitrix24ImEvent event, Long actingUser) {
        return actingUser != null && actingUser.equals(event.getUserId());
    }

    /** @return {@code null} for a date too far away to be counted in milliseconds */
    private static Long milliseconds(OffsetDateTime date) {
        try {
            return date.toInstant().toEpochMilli();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    public void markAttempt(Exchange exchange, int attempt) {
        exchange.getMessage().setHeader(Bitrix24ImConstants.ATTEMPT, attempt);
        exchange.getMessage().setPayloadForTrait(MessageTrait.REDELIVERY, attempt > 1
                ? RedeliveryTraitPayload.IS_REDELIVERY : RedeliveryTraitPayload.NON_REDELIVERY);
    }

    /** What the event does not tell must not be what another left. */
    private static void set(Message message, String header, Object value) {
        if (value != null) {
            message.setHeader(header, value);
        } else {
            message.removeHeader(header);
        }
    }
}
