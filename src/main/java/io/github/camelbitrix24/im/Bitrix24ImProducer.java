package io.github.camelbitrix24.im;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.event.EventMethods;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.UnreadableEvents;
import io.github.camelbitrix24.im.exchange.BeanMapper;
import io.github.camelbitrix24.im.exchange.CallParameters;
import io.github.camelbitrix24.im.exchange.MessageText;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.MessageMethods;
import io.github.camelbitrix24.im.rest.MethodName;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one call for each exchange: the operation of the endpoint, or of the message's header.
 */
public class Bitrix24ImProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImProducer.class);

    private final RestClient client;
    private final Credentials credentials;
    private final EventMethods queue;
    private final MessageMethods messages;
    private final RepeatableCall repeatable;
    private final CallParameters parameters;
    private final UnreadableEvents unreadable;

    Bitrix24ImProducer(Bitrix24ImEndpoint endpoint, RestClient client) {
        super(endpoint);
        this.client = client;
        this.queue = new EventMethods(client);
        this.messages = new MessageMethods(client);
        this.repeatable = new RepeatableCall(endpoint.getCamelContext(), endpoint.getComponent().pause());
        this.parameters = new CallParameters(new BeanMapper(endpoint.getCamelContext()));
        this.credentials = endpoint.credentials();
        this.unreadable = new UnreadableEvents(LOG, ReaderName.of(null, credentials).toString());
    }

    @Override
    public Bitrix24ImEndpoint getEndpoint() {
        return (Bitrix24ImEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client.begin();
    }

    @Override
    protected void doStop() throws Exception {
        client.end();
        super.doStop();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        try {
            switch (operation(exchange)) {
                case subscribe -> exchange.getMessage().setBody(repeatable.make(true, queue::subscribe));
                case unsubscribe -> exchange.getMessage().setBody(repeatable.make(true, queue::unsubscribe));
                case events -> events(exchange);
                case send -> send(exchange);
                case call -> call(exchange);
            }
        } catch (RestException e) {
            if (e.code() != null) {
                exchange.getMessage().setHeader(Bitrix24ImConstants.ERROR_CODE, e.code());
            }
            throw Bitrix24ImException.of(e);
        }
    }

    private Bitrix24ImOperation operation(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Bitrix24ImConstants.OPERATION, String.class);
        return name == null ? getEndpoint().getOperation() : Bitrix24ImOperation.parse(name);
    }

    private void events(Exchange exchange) throws RestException {
        Message message = exchange.getMessage();
        Long offset = number(exchange, Bitrix24ImConstants.OFFSET, Long.class);
        Integer limit = number(exchange, Bitrix24ImConstants.LIMIT, Integer.class);
        if (limit != null && (limit < 1 || limit > 1000)) {
            throw new RuntimeExchangeException(
                    "Header " + Bitrix24ImConstants.LIMIT + " must be a number from 1 to 1000, but is " + limit, exchange);
        }
        int size = limit == null ? getEndpoint().getConfiguration().getLimit() : limit;
        EventPage page = repeatable.make(true, () -> queue.get(offset, size, null).result());
        unreadable.note(page);
        // not as a batch of the consumer's: who reads a page again without acknowledging it means to
        message.setBody(page.events());
        message.setHeader(Bitrix24ImConstants.PORTAL, credentials.portal().authority());
        message.setHeader(Bitrix24ImConstants.HAS_MORE, page.hasMore());
        if (!page.events().isEmpty()) {
            long last = page.events().get(page.events().size() - 1).getId();
            message.setHeader(Bitrix24ImConstants.NEXT_OFFSET, last == Long.MAX_VALUE ? last : last + 1);
        }
    }

    private static <T extends Number> T number(Exchange exchange, String header, Class<T> type) {
        Object value = exchange.getMessage().getHeader(header);
        if (value == null) {
            return null;
        }
        T number = exchange.getContext().getTypeConverter().tryConvertTo(type, exchange, value);
        if (number == null || number.longValue() < 0) {
            throw new RuntimeExchangeException("Header " + header + " must be a whole number of at least 0", exchange);
        }
        return number;
    }

    private void send(Exchange exchange) throws RestException {
        Message message = exchange.getMessage();
        String dialogId = getEndpoint().dialogId(message);
        if (dialogId == null || dialogId.isBlank()) {
            throw new RuntimeExchangeException(
                    "No dialog to send to: set the header " + Bitrix24ImConstants.DIALOG_ID + " or the option dialogId, for"
                                               + " example to chat5 or to a user's id",
                    exchange);
        }
        String text = MessageText.of(exchange);
        String templateId = TemplateId.of(exchange, dialogId, text);
        message.setBody(repeatable.make(true, () -> messages.add(dialogId, text, templateId)));
        TemplateId.posted(exchange);
    }

    private void call(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        String method = getEndpoint().method(message);
        if (method == null || method.isBlank()) {
            throw new RuntimeExchangeException(
                    "No REST method to call: set the option method or the header " + Bitrix24ImConstants.METHOD, exchange);
        }
        MethodName.requireWellFormed(method);
        ObjectNode params = parameters.of(message);
        message.setBody(
                Json.plain(repeatable.make(MethodName.isReading(method), () -> client.call(Urgency.OTHER, method, params))));
    }
}
