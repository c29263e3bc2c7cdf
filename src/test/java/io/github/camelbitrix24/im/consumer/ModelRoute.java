package io.github.camelbitrix24.im.consumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.observe.Diagnosis;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Synchronization;

/**
 * A route between the start and the stop of its consumer, with its exception handler: it finishes events, fails in
 * every way, or gives an exchange to threads of its own.
 */
final class ModelRoute implements Processor, ConsumerCallbacks {

    private final HandDrivenThreads threads;
    private final ExecutorService elsewhere;
    private final Mischief mischief;
    private final Random random;
    private final ModelPortal portal;
    private final ModelRepository repository;
    private final ReaderSettings settings;
    private final Map<Object, Long> lanes = new HashMap<>();
    private final Map<Long, List<Long>> batches = new HashMap<>();
    private final Set<Long> overHere = new HashSet<>();
    private boolean closed;

    ModelRoute(HandDrivenThreads threads, Mischief mischief, Random random, ModelPortal portal, ModelRepository repository,
               ReaderSettings settings) {
        this.threads = threads;
        this.elsewhere = threads.newCachedThreadPool(null);
        this.mischief = mischief;
        this.random = random;
        this.portal = portal;
        this.repository = repository;
        this.settings = settings;
    }

    /** From now on nothing is handed out, but what is being looked up in the repository. */
    void close() {
        closed = true;
        repository.shut();
    }

    boolean isIdle() {
        return lanes.isEmpty();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) throws Exception {
        Object body = exchange.getMessage().getBody();
        List<Bitrix24ImEvent> events = settings.batching() ? (List<Bitrix24ImEvent>) body : List.of((Bitrix24ImEvent) body);
        begin(events);
        if (random.nextInt(4) == 0) {
            List<Synchronization> completions = exchange.getExchangeExtension().handoverCompletions();
            elsewhere.execute(() -> complete(exchange, events, completions));
            return;
        }
        threads.callOut();
        boolean done = !mischief.failsRoute();
        end(events, done);
        if (!done) {
            fail(exchange);
        }
    }

    private void complete(Exchange exchange, List<Bitrix24ImEvent> events, List<Synchronization> completions) {
        threads.callOut();
        boolean done = !mischief.failsRoute();
        end(events, done);
        completions
                .forEach(done ? completion -> completion.onComplete(exchange) : completion -> completion.onFailure(exchange));
    }

    private void fail(Exchange exchange) throws Exception {
        switch (random.nextInt(4)) {
            case 0 -> throw new Exception("on purpose");
            case 1 -> throw new StackOverflowError("on purpose");
            case 2 -> exchange.setException(new IllegalStateException("on purpose"));
            default -> exchange.setRollbackOnly(true);
        }
    }

    private void begin(List<Bitrix24ImEvent> events) {
        boolean begunBefore = repository.hasLookedUp();
        mischief.promise(!closed || begunBefore, "handed out after the stop: " + events);
        for (Bitrix24ImEvent event : events) {
            mischief.promise(!overHere.contains(event.getId()), "handed out though done: " + event);
            mischief.promise(!repository.hasTold(event.getId()), "handed out though the repository knows it: " + event);
        }
        mischief.promise(lanes.put(lane(events), events.get(0).getId()) == null, "two at once in a lane: " + events);
        mischief.promise(lanes.size() <= settings.concurrency(), "more at once than concurrency");
        batches.put(events.get(0).getId(), events.stream().map(Bitrix24ImEvent::getId).toList());
    }

    private Object lane(List<Bitrix24ImEvent> events) {
        return settings.concurrency() == 1 ? "all" : events.get(0).getChatId();
    }

    private void end(List<Bitrix24ImEvent> events, boolean done) {
        lanes.remove(lane(events));
        if (done) {
            over(new ArrayList<>(batches.get(events.get(0).getId())));
        }
    }

    private void over(List<Long> ids) {
        portal.over.addAll(ids);
        overHere.addAll(ids);
    }

    /** The exception handler. */
    @Override
    public void eventFailed(String what, Throwable failure) {
        threads.callOut();
        mischief.strike(4);
        over(batches.get(Long.valueOf(what.split(" ")[1])));
    }

    @Override
    public void stateChanged(Bitrix24ImConsumerState old, Diagnosis now) {
        mischief.strike(4);
    }

    @Override
    public void takenAway(List<Long> eventIds) {
        mischief.promise(false, "said to be taken away: " + eventIds);
    }

    @Override
    public boolean isPaused() {
        return false;
    }

    @Override
    public boolean isEnding() {
        return closed;
    }
}
