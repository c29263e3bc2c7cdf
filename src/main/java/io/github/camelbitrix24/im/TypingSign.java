package io.github.camelbitrix24.im;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventKind;
import io.github.camelbitrix24.im.operation.Background;
import io.github.camelbitrix24.im.operation.Operation;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands exchanges to a route, and shows in the dialog of what was said that an answer is being written, until the
 * exchange is done, wherever the route has handed it to. A quick route shows nothing: the sign would come after its
 * answer.
 */
final class TypingSign extends DelegateAsyncProcessor {

    static final long FIRST_MILLIS = 500;
    /** Messengers show it for half a minute at most. */
    static final long AGAIN_MILLIS = 15_000;

    private static final Logger LOG = LoggerFactory.getLogger(TypingSign.class);

    private final Operation typing;
    private final Background background;

    TypingSign(Processor route, Operation typing, Background background) {
        super(route);
        this.typing = typing;
        this.background = background;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        begin(exchange);
        return super.process(exchange, callback);
    }

    private void begin(Exchange exchange) {
        ScheduledExecutorService clock = background.timer().get();
        if (clock == null || !isSaid(exchange.getMessage().getBody())) {
            return;
        }
        Showing showing = new Showing(ExchangeHelper.createCopy(exchange, true), clock);
        showing.begin();
        exchange.getExchangeExtension().addOnCompletion(showing);
    }

    /** Nobody waits for an answer to a reaction, or to what was taken back. */
    private static boolean isSaid(Object body) {
        return body instanceof Bitrix24ImEvent event
                && (EventKind.MESSAGE_ADD.equals(event.getKind()) || EventKind.COMMAND.equals(event.getKind())
                        || EventKind.CONTEXT.equals(event.getKind()));
    }

    private void attempt(Exchange exchange) {
        try {
            typing.process(exchange);
        } catch (Exception e) {
            LOG.debug("Typing was not shown, which is ignored", e);
        }
    }

    /** From the moment when an exchange is handed to the route until it is done. */
    private final class Showing extends SynchronizationAdapter {

        private final Exchange exchange;
        private final ScheduledExecutorService clock;
        private volatile boolean done;
        private volatile Future<?> next;

        private Showing(Exchange exchange, ScheduledExecutorService clock) {
            this.exchange = exchange;
            this.clock = clock;
        }

        private void begin() {
            showIn(FIRST_MILLIS);
        }

        private void showIn(long millis) {
            try {
                next = clock.schedule(this::show, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("Typing is not shown any more, since the component stops");
            }
        }

        private void show() {
            if (done) {
                return;
            }
            try {
                background.worker().execute(this::attemptUnlessDone);
            } catch (RejectedExecutionException e) {
                LOG.debug("Typing is not shown: too much of it is under way");
            }
            showIn(AGAIN_MILLIS);
        }

        private void attemptUnlessDone() {
            if (!done) {
                attempt(exchange);
            }
        }

        @Override
        public void onDone(Exchange finished) {
            done = true;
            Future<?> waiting = next;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }
    }
}
