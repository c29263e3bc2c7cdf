package io.github.camelbitrix24.im.bench.server;

import java.time.Duration;

/** When people talk, and how often each says something. */
final class Talk {

    private final Duration beat;
    private volatile long begunAt;
    private volatile long endedAt;

    Talk(Duration beat) {
        this.beat = beat;
    }

    void begin() {
        begunAt = System.currentTimeMillis();
    }

    void end() {
        endedAt = System.currentTimeMillis();
    }

    long begunAtMillis() {
        return begunAt;
    }

    long beatMillis() {
        return beat.toMillis();
    }

    /** For how long they have talked; negative before. */
    long millis() {
        return begunAt == 0 ? -1 : (endedAt == 0 ? System.currentTimeMillis() : endedAt) - begunAt;
    }
}
