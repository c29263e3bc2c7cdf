package io.github.camelbitrix24.im.consumer;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which all consumers of a component poll: few, however many consumers there are. Portals take turns,
 * and no portal has more than two of them; polls that have failed before, and may hang again, have a quarter in all.
 */
public final class PollThreads extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final int OF_ONE_PORTAL = 2;
    private static final int DOUBTFUL_SHARE = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Deque<Poll>> waiting = new LinkedHashMap<>();
    private final Map<Object, Integer> running = new HashMap<>();
    private final Set<Poll> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final CamelContext camelContext;
    private final int size;

    private ExecutorService threads;
    private int busyWithDoubtful;

    public PollThreads(CamelContext camelContext, int size) {
        this.camelContext = camelContext;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /**
     * Runs a poll as soon as a thread is free for it.
     *
     * @param portal   whom it calls
     * @param doubtful whether the one before it has failed
     */
    Future<?> execute(Object portal, boolean doubtful, Runnable task) {
        Poll poll = new Poll(portal, doubtful, new FutureTask<>(task, null));
        lock.lock();
        try {
            waiting.computeIfAbsent(portal, key -> new ArrayDeque<>()).add(poll);
            startNext();
        } finally {
            lock.unlock();
        }
        return poll.task();
    }

    /** What could not be begun before, for want of a thread, is begun now. */
    public void startWaiting() {
        lock.lock();
        try {
            startNext();
        } finally {
            lock.unlock();
        }
    }

    private void startNext() {
        for (Poll poll = take(); poll != null; poll = take()) {
            begin(poll);
            Poll begun = poll;
            try {
                threads.execute(() -> run(begun));
            } catch (RejectedExecutionException e) {
                // the component is being stopped
                end(poll);
                return;
            } catch (RuntimeException | Error e) {
                end(poll);
                // another one, since a pool that throws may have kept this one
                putBack(new Poll(poll.portal(), poll.doubtful(), poll.task()));
                LOG.warn("No thread could be started for a poll of {}, which is tried again: {}", poll.portal(), OneLine.of(e));
                return;
            }
        }
    }

    /** The first of the portal whose turn it is, which then goes to the end of the row. */
    private Poll take() {
        if (begun.size() >= size || threads == null) {
            return null;
        }
        for (Iterator<Map.Entry<Object, Deque<Poll>>> row = waiting.entrySet().iterator(); row.hasNext();) {
            Map.Entry<Object, Deque<Poll>> portal = row.next();
            Poll poll = portal.getValue().peek();
            if (mayRun(poll)) {
                portal.getValue().poll();
                row.remove();
                if (!portal.getValue().isEmpty()) {
                    waiting.put(portal.getKey(), portal.getValue());
                }
                return poll;
            }
        }
        return null;
    }

    private boolean mayRun(Poll poll) {
        boolean room = !poll.doubtful() || busyWithDoubtful < Math.max(1, size / DOUBTFUL_SHARE);
        return room && running.getOrDefault(poll.portal(), 0) < OF_ONE_PORTAL;
    }

    private void run(Poll poll) {
        lock.lock();
        try {
            if (!begun.contains(poll)) {
                return;
            }
        } finally {
            lock.unlock();
        }
        try {
            poll.task().run();
        } finally {
            lock.lock();
            try {
                end(poll);
                startNext();
            } finally {
                lock.unlock();
            }
        }
    }

    private void begin(Poll poll) {
        begun.add(poll);
        busyWithDoubtful += poll.doubtful() ? 1 : 0;
        running.merge(poll.portal(), 1, Integer::sum);
    }

    private void end(Poll poll) {
        begun.remove(poll);
        busyWithDoubtful -= poll.doubtful() ? 1 : 0;
        running.computeIfPresent(poll.portal(), (key, count) -> count == 1 ? null : count - 1);
    }

    private void putBack(Poll poll) {
        waiting.computeIfAbsent(poll.portal(), key -> new ArrayDeque<>()).addFirst(poll);
    }

    @Override
    protected void doStart() {
        threads = WorkerThreads.of(camelContext, this, "bitrix24-im-poll", size);
    }

    @Override
    protected void doStop() {
        camelContext.getExecutorServiceManager().shutdownNow(threads);
        threads = null;
        waiting.clear();
    }

    private record Poll(Object portal, boolean doubtful, FutureTask<?> task) {
    }
}
