package io.github.camelbitrix24.im.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Ends a call that takes too long, whatever it is doing. Timeouts of sockets do not: they begin anew with each byte, so
 * that a portal which drips would hold its caller for ever.
 */
final class Deadline implements AutoCloseable {

    /** Whoever sends a large answer faster than this is not cut off. */
    static final int BYTES_PER_SECOND = 64 * 1024;

    private static final long LEAST_WAIT = Duration.ofMillis(50).toNanos();

    private final Cancellable call;
    private final long limit;
    private final boolean largeAnswersMayTakeLonger;
    private final LongSupplier nanoTime;
    private final long began;

    private volatile CompletableFuture<Void> alarm;
    private volatile long received;
    private volatile boolean closed;
    private volatile boolean expired;

    /**
     * @param call                      is cancelled when its time is over
     * @param largeAnswersMayTakeLonger by a second for each {@link #BYTES_PER_SECOND} that have arrived
     * @param nanoTime                  nanoseconds of a monotonic source
     */
    Deadline(Cancellable call, Duration limit, boolean largeAnswersMayTakeLonger, LongSupplier nanoTime) {
        this.call = call;
        this.limit = limit.toNanos();
        this.largeAnswersMayTakeLonger = largeAnswersMayTakeLonger;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        setAlarm(this.limit);
    }

    boolean isExpired() {
        return expired;
    }

    InputStream watch(InputStream body) {
        return new FilterInputStream(body) {

            @Override
            public int read() throws IOException {
                int next = super.read();
                received += next < 0 ? 0 : 1;
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                received += Math.max(0, count);
                return count;
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        alarm.complete(null);
    }

    /** The JDK keeps one thread for such alarms, however many there are. */
    private void setAlarm(long nanos) {
        CompletableFuture<Void> next = new CompletableFuture<>();
        alarm = next;
        next.orTimeout(nanos, TimeUnit.NANOSECONDS).whenComplete((nothing, timeout) -> {
            if (timeout != null && !closed) {
                look();
            }
        });
    }

    private void look() {
        long grown = largeAnswersMayTakeLonger ? received * TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND : 0;
        long left = limit + grown - (nanoTime.getAsLong() - began);
        if (left > 0) {
            setAlarm(Math.max(left, LEAST_WAIT));
        } else {
            expired = true;
            call.cancel();
        }
    }
}
