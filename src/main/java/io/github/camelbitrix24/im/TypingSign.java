package io.github.camelbitrix24.im;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventKind;
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
    private final Supplier<ScheduledExecutorService> timer;
    private final Executor worker;

    /**
     * @param timer  on which nothing that takes time may run; {@code null} once the component is stopped
     * @param worker makes the calls
     */
    TypingSign(Processor route, Operation typing, Supplier<ScheduledExecutorService> timer, Executor worker) {
        super(route);
        this.typing = typing;
        this.timer = timer;
        this.worker = worker;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        begin(exchange);
        return super.process(exchange, callback);
    }

    private void begin(Exchange exchange) {
        ScheduledExecutorService clock = timer.get();
        if (clock == null || !isSaid(exchange.getMessage().getBody())) {
            return;
        }
        Exchange copy = ExchangeHelper.createCopy(exchange, true);
        AtomicBoolean done = new AtomicBoolean();
        try {
            Future<?> shown = clock.scheduleWithFixedDelay(
                    () -> show(copy, done), FIRST_MILLIS, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange finished) {
                    done.set(true);
                    shown.cancel(false);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Typing is not shown any more, since the component stops");
        }
    }

    /** Nobody waits for an answer to a reaction, or to what was taken back. */
    private static boolean isSaid(Object body) {
        return body instanceof Bitrix24ImEvent event
                && (EventKind.MESSAGE_ADD.equals(event.getKind()) || EventKind.COMMAND.equals(event.getKind())
                        || EventKind.CONTEXT.equals(event.getKind()));
    }

    private void show(Exchange exchange, AtomicBoolean done) {
        try {
            worker.execute(() -> {
                if (!done.get()) {
                    attempt(exchange);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Typing is not shown: too much of it is under way");
        }
    }

    private void attempt(Exchange exchange) {
        try {
            typing.process(exchange);
        } catch (Exception e) {
            LOG.debug("Typing was not shown, which is ignored", e);
        }
    }
}
