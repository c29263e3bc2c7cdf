package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelbitrix24.im.consumer.ReceiverCallbacks;
import io.github.camelbitrix24.im.consumer.ReceiverSession;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Takes one event at a time when asked, for {@code poll}, {@code pollEnrich} and consumer templates. The event is
 * acknowledged when the exchange that took it is completed.
 */
public class Bitrix24ImPollingConsumer extends PollingConsumerSupport {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final RestClient client;
    private volatile ReceiverSession events;

    Bitrix24ImPollingConsumer(Bitrix24ImEndpoint endpoint, RestClient client) {
        super(endpoint);
        this.client = client;
    }

    @Override
    public Bitrix24ImEndpoint getEndpoint() {
        return (Bitrix24ImEndpoint) super.getEndpoint();
    }

    @Override
    public Processor getProcessor() {
        return null;
    }

    /**
     * Waits for the next event, however long that takes.
     */
    @Override
    public Exchange receive() {
        return receive(FOR_EVER);
    }

    /**
     * Asks the portal once, unless an event is here already.
     */
    @Override
    public Exchange receiveNoWait() {
        return receive(Duration.ZERO);
    }

    /**
     * @param timeout how long to wait for the next event, in milliseconds
     */
    @Override
    public Exchange receive(long timeout) {
        return receive(Duration.ofMillis(timeout));
    }

    private Exchange receive(Duration timeout) {
        ReceiverSession current = events;
        if (current == null || !isRunAllowed()) {
            throw new RejectedExecutionException(this + " is not started: nothing can be received");
        }
        try {
            return current.receive(timeout.compareTo(FOR_EVER) > 0 ? FOR_EVER : timeout, this::isRunAllowed);
        } catch (RestException e) {
            throw new RuntimeCamelException(Bitrix24ImException.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    protected void doStart() {
        Bitrix24ImEndpoint endpoint = getEndpoint();
        events = ReceiverSession.join(
                name(), client,
                endpoint.getConfiguration().readerSettings(endpoint.bot(), Duration.ofMillis(endpoint.getDelay())),
                endpoint.getComponent().workplace(), new Callbacks());
        client.begin();
    }

    @Override
    protected void doStop() {
        ReceiverSession left = events;
        events = null;
        if (left != null) {
            left.leave();
        }
        client.end();
    }

    private ReaderName name() {
        return getEndpoint().readerName(null);
    }

    /** Outlives this receiver: of what it took it may be told later. */
    private final class Callbacks implements ReceiverCallbacks {

        private final CamelContext camelContext = getEndpoint().getCamelContext();
        private final TakenAwayAnnouncement takenAway
                = new TakenAwayAnnouncement(camelContext, name());
        private final ExceptionHandler exceptionHandler = getEndpoint().getExceptionHandler() != null
                ? getEndpoint().getExceptionHandler()
                : new LoggingExceptionHandler(camelContext, Bitrix24ImPollingConsumer.class);

        @Override
        public Exchange createExchange() {
            return getEndpoint().createExchange();
        }

        @Override
        public void takenAway(List<Long> eventIds) {
            takenAway.accept(eventIds);
        }

        @Override
        public void eventFailed(String what, Throwable failure) {
            exceptionHandler.handleException(what, failure);
        }
    }
}
