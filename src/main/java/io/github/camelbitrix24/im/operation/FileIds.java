package io.github.camelbitrix24.im.operation;

import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.ImMessage;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** The file that is to be fetched. */
final class FileIds {

    private static final NumberHeader ID = new NumberHeader(Bitrix24ImConstants.FILE_ID, 1, 4411);

    private FileIds() {
    }

    /**
     * Of the header, else the only file of the event or message in the body, else the body itself: it is one id where
     * the list of an event's files was split.
     *
     * @throws RuntimeExchangeException if none is named, or several are
     */
    static long one(Exchange exchange) {
        Long named = ID.of(exchange);
        if (named != null) {
            return named;
        }
        List<Long> ids = ofBody(exchange);
        if (ids.size() > 1) {
            throw new RuntimeExchangeException(
                    "The message has " + ids.size() + " files, and download fetches one: split them first, with split:"
                                               + " ${body.message.fileIds}, or set the header " + Bitrix24ImConstants.FILE_ID,
                    exchange);
        }
        if (ids.isEmpty() || ids.get(0) < 1) {
            throw new RuntimeExchangeException(
                    "No file to download: the body must be an event whose message has a file, or a file's id, or the header "
                                               + Bitrix24ImConstants.FILE_ID
                                               + " must name it, for example 4411. Whether an event"
                                               + " has files tells ${body.message.fileIds}",
                    exchange);
        }
        return ids.get(0);
    }

    private static List<Long> ofBody(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Bitrix24ImEvent event) {
            return event.getMessage() == null ? List.of() : event.getMessage().getFileIds();
        }
        if (body instanceof ImMessage message) {
            return message.getFileIds();
        }
        if (body instanceof Number || body instanceof String) {
            Long id = NumberHeader.wholeNumber(exchange, body);
            return id == null ? List.of() : List.of(id);
        }
        return List.of();
    }
}
