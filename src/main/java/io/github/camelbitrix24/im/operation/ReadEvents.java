package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.UnreadableEvents;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one page of events. The message alone says what is acknowledged, and its list is not treated as a batch of the
 * consumer's: who reads a page again without acknowledging it means to.
 */
final class ReadEvents implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);
    private static final int LARGEST_PAGE = 1_000;

    private final Means means;
    private final UnreadableEvents unreadable;

    ReadEvents(Means means) {
        this.means = means;
        this.unreadable = new UnreadableEvents(LOG, means.name().toString());
    }

    @Override
    public void process(Exchange exchange) throws RestException {
        Message message = exchange.getMessage();
        Long offset = NumberHeader.OFFSET.of(exchange);
        Long limit = NumberHeader.limit(exchange, LARGEST_PAGE);
        int size = limit == null ? means.settings().pageSize() : limit.intValue();
        EventPage page = means.calls().make(
                OperationTable.events, () -> means.actor().queue().get(offset, size, null).result());
        unreadable.note(page);
        message.setBody(page.events());
        message.setHeader(Bitrix24ImConstants.PORTAL, means.name().portal());
        message.setHeader(Bitrix24ImConstants.HAS_MORE, page.hasMore());
        if (!page.events().isEmpty()) {
            long last = page.events().get(page.events().size() - 1).getId();
            message.setHeader(Bitrix24ImConstants.NEXT_OFFSET, last == Long.MAX_VALUE ? last : last + 1);
        }
    }
}
