package io.github.camelbitrix24.im.consumer;

import java.util.HashSet;
import java.util.Set;

import org.apache.camel.spi.IdempotentRepository;

/** A repository that takes its time, and is not always there. */
final class ModelRepository implements IdempotentRepository {

    private final HandDrivenThreads threads;
    private final Mischief mischief;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<Thread> lookedUp = new HashSet<>();
    private boolean closed;

    ModelRepository(HandDrivenThreads threads, Mischief mischief) {
        this.threads = threads;
        this.mischief = mischief;
    }

    void open() {
        closed = false;
    }

    /** What is looked up from now on is not on its way to a route any more. */
    void shut() {
        closed = true;
    }

    /** Whether this thread has begun to look something up while it was open. */
    boolean hasLookedUp() {
        return lookedUp.remove(Thread.currentThread());
    }

    /** Whether it has told that it knows this event. */
    boolean hasTold(long id) {
        return told.stream().anyMatch(key -> key.contains("/" + id + "/"));
    }

    @Override
    public boolean contains(String key) {
        if (!closed) {
            lookedUp.add(Thread.currentThread());
        }
        threads.callOut();
        mischief.strike(10);
        boolean known = keys.contains(key);
        if (known) {
            told.add(key);
        }
        return known;
    }

    @Override
    public boolean add(String key) {
        threads.callOut();
        mischief.strike(10);
        return keys.add(key);
    }

    @Override
    public boolean remove(String key) {
        return keys.remove(key);
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        keys.clear();
    }

    @Override
    public void start() {
        // is always started
    }

    @Override
    public void stop() {
        // lives as long as the test
    }
}
