package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Someone who says something to each of many users in turn, round after round. */
final class Rounds implements AutoCloseable {

    private static final long SPEAKER = 12;

    private final EmulatedUser speaker;
    private final List<Long> listeners;
    private final int messages;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rounds");
        thread.setDaemon(true);
        return thread;
    });
    private int said;

    /** @param messages after how many there is silence */
    Rounds(PortalEmulator portal, List<Long> listeners, int messages) {
        this.speaker = portal.user(SPEAKER).named("Marco Silva");
        this.listeners = listeners;
        this.messages = messages;
        listeners.forEach(id -> portal.user(id).subscribed());
    }

    Rounds start(Duration beat) {
        pace.scheduleAtFixedRate(this::step, 0, beat.toNanos(), TimeUnit.NANOSECONDS);
        return this;
    }

    private void step() {
        if (said < messages) {
            long listener = listeners.get(said % listeners.size());
            said++;
            speaker.says(Long.toString(listener), "message " + said + ", for user " + listener);
        }
    }

    @Override
    public void close() {
        pace.shutdownNow();
    }
}
