package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Events of messages that applications have posted meanwhile: the messages are there, but nobody is told yet. Closing
 * has them recorded, with the ids and the content of that moment.
 */
public final class HeldEvents implements AutoCloseable {

    private final Monitor monitor;
    private final PostingJobs jobs;
    private final List<Runnable> held = new ArrayList<>();

    HeldEvents(Monitor monitor, PostingJobs jobs) {
        this.monitor = monitor;
        this.jobs = jobs;
    }

    void add(Runnable job) {
        held.add(job);
    }

    /** How many there are. */
    public int count() {
        return monitor.read(held::size);
    }

    @Override
    public void close() {
        monitor.run(() -> {
            jobs.letGo(this);
            held.forEach(Runnable::run);
            held.clear();
        });
    }
}
