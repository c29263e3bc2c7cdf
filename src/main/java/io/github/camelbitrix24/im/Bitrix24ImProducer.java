package io.github.camelbitrix24.im;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.operation.DoubtfulException;
import io.github.camelbitrix24.im.operation.LoopException;
import io.github.camelbitrix24.im.operation.Means;
import io.github.camelbitrix24.im.operation.Operation;
import io.github.camelbitrix24.im.operation.OperationTable;
import io.github.camelbitrix24.im.operation.StoreFile;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does with each exchange what the endpoint's operation, or that of the message's header, is for.
 */
public class Bitrix24ImProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImProducer.class);

    private final RestClient client;
    private final Means means;
    private final Map<Bitrix24ImOperation, Operation> operations = new ConcurrentHashMap<>();

    Bitrix24ImProducer(Bitrix24ImEndpoint endpoint, RestClient client, Means means) {
        super(endpoint);
        this.client = client;
        this.means = means;
    }

    @Override
    public Bitrix24ImEndpoint getEndpoint() {
        return (Bitrix24ImEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        begin(means.settings().messageStore());
        client.begin();
    }

    /** A repository of files knows nothing before it is started. Others may share it, so the context stops it. */
    private void begin(Object messageStore) throws Exception {
        if (messageStore != null && !ServiceHelper.isStarted(messageStore)) {
            if (messageStore instanceof FileStateRepository files) {
                StoreFile.mend(files);
            }
            getEndpoint().getCamelContext().addService(messageStore, true);
            ServiceHelper.startService(messageStore);
        }
    }

    @Override
    protected void doStop() throws Exception {
        client.end();
        super.doStop();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        try {
            operation(exchange).process(exchange);
        } catch (RestException e) {
            if (e.code() != null) {
                exchange.getMessage().setHeader(Bitrix24ImConstants.ERROR_CODE, e.code());
            }
            throw Bitrix24ImException.of(e);
        } catch (DoubtfulException e) {
            throw new Bitrix24ImDoubtfulException(e.failure());
        } catch (LoopException e) {
            if (e.isFirst()) {
                tell(exchange, e);
            }
            throw new Bitrix24ImLoopException(e.dialogId(), e.limit());
        }
    }

    private void tell(Exchange exchange, LoopException loop) {
        ReaderName sender = getEndpoint().readerName(ExchangeHelper.getAtRouteId(exchange));
        Bitrix24ImLoopEvent event
                = new Bitrix24ImLoopEvent(exchange.getContext(), sender, loop.dialogId(), loop.limit());
        LOG.warn("{}. What is too much is not posted. Two machines may be answering each other.", event);
        Notifiers.tell(exchange.getContext(), event);
    }

    private Operation operation(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Bitrix24ImConstants.OPERATION, String.class);
        Bitrix24ImOperation chosen = name == null ? getEndpoint().getOperation() : Bitrix24ImOperation.parse(name);
        if (chosen == Bitrix24ImOperation.check) {
            return getEndpoint().getComponent().checks().of(getEndpoint());
        }
        return operations.computeIfAbsent(chosen, operation -> OperationTable.valueOf(operation.name()).with(means));
    }
}
