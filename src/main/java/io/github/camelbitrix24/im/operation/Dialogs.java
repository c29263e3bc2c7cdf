package io.github.camelbitrix24.im.operation;

import java.util.regex.Pattern;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * Where an operation does what it does: in the dialog of the option or header, which may be a person's e-mail address,
 * else in that of the event which the body is.
 */
record Dialogs(Means means) {

    /** More than the portal has today; but nothing without a number, and no list or map. */
    private static final Pattern ID = Pattern.compile("(?=.*[1-9])\\w[\\w|:.]*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;\\[\\](){}<>]+@[^\\s@,;\\[\\](){}<>]+");

    /**
     * @throws RuntimeExchangeException if nothing names one
     */
    String of(Exchange exchange) throws RestException {
        return of(exchange, email -> means.calls().make(OperationTable.PEOPLE, means.actor().people(email)));
    }

    /**
     * @param search how to ask who has an e-mail address
     */
    String of(Exchange exchange, People.Search search) throws RestException {
        String dialogId = named(exchange);
        if (dialogId == null) {
            throw new RuntimeExchangeException(
                    "No dialog: set the header " + Bitrix24ImConstants.DIALOG_ID + " or the option dialogId, for example to"
                                               + " chat5, to a user's id, or to a person's e-mail address",
                    exchange);
        }
        if (ID.matcher(dialogId).matches()) {
            return dialogId;
        }
        if (!EMAIL.matcher(dialogId).matches()) {
            throw new RuntimeExchangeException(
                    "The dialog is neither an id, such as chat5 or 12, nor an e-mail address: set the header "
                                               + Bitrix24ImConstants.DIALOG_ID + " or the option dialogId to one of them",
                    exchange);
        }
        return means.memory().people().userId(dialogId, search);
    }

    /** @return {@code null} if nothing names one */
    String named(Exchange exchange) {
        String dialogId = means.settings().dialogId().apply(exchange.getMessage());
        if (dialogId == null || dialogId.isBlank()) {
            dialogId = exchange.getMessage().getBody() instanceof Bitrix24ImEvent event ? event.getDialogId() : null;
        }
        return dialogId == null || dialogId.isBlank() ? null : dialogId.strip();
    }
}
