package io.github.camelbitrix24.im.operation;

import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.ImMessage;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** Reads what was said in a dialog: the last messages, or those before or after one, oldest first. */
public final class History implements Operation {

    /** The most that the portal gives at once. */
    public static final int MOST = 50;

    private static final NumberHeader AFTER = new NumberHeader(Bitrix24ImConstants.AFTER_MESSAGE_ID, 0);
    private static final NumberHeader BEFORE = new NumberHeader(Bitrix24ImConstants.BEFORE_MESSAGE_ID, 1);

    private final Means means;
    private final Dialogs dialogs;

    History(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
    }

    @Override
    public void process(Exchange exchange) throws RestException {
        Long after = AFTER.of(exchange);
        Long before = BEFORE.of(exchange);
        if (after != null && before != null) {
            throw new RuntimeExchangeException(
                    "Both headers " + Bitrix24ImConstants.AFTER_MESSAGE_ID + " and " + Bitrix24ImConstants.BEFORE_MESSAGE_ID
                                               + " are set: set one of them",
                    exchange);
        }
        Long limit = NumberHeader.limit(exchange, MOST);
        Section section
                = new Section(after, before, limit == null ? Math.min(MOST, means.settings().historySize()) : limit.intValue());
        JsonNode result
                = means.calls().make(OperationTable.history, means.actor().history(dialogs.of(exchange), section));
        exchange.getMessage().setBody(messages(result, section));
    }

    private static List<ImMessage> messages(JsonNode result, Section section) throws RestException {
        List<ImMessage> messages;
        try {
            messages = ImMessage.listOf(result);
        } catch (IllegalArgumentException e) {
            throw RestException.unusable(
                    FailureKind.MALFORMED, OperationTable.history.methods().get(0), "the result has no messages", 200, null);
        }
        messages.sort(Comparator.comparing(ImMessage::getId, Comparator.nullsFirst(Comparator.naturalOrder())));
        messages.removeIf(message -> message.getId() != null && !section.has(message.getId()));
        if (messages.size() <= section.size()) {
            return messages;
        }
        return section.after() != null
                ? messages.subList(0, section.size()) : messages.subList(messages.size() - section.size(), messages.size());
    }
}
