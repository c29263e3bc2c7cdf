package io.github.camelbitrix24.im.rest;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Ends a call that takes too long, whatever it is doing. Timeouts of sockets do not: they begin anew with each byte, so
 * that a portal which drips would hold its caller for ever. While a request is being sent, only silence counts: a large
 * file on a slow line takes as long as it takes.
 */
final class Deadline implements AutoCloseable {

    /** Whoever sends a large answer faster than this is not cut off. */
    static final int BYTES_PER_SECOND = 64 * 1024;

    /** What was sent may still be in buffers on the way, on slow lines for long. */
    private static final int MOST_ON_THE_WAY = 8 << 20;

    private static final long LEAST_WAIT = Duration.ofMillis(50).toNanos();

    private final Cancellable call;
    private final long limit;
    private final boolean mayTakeLonger;
    private final LongSupplier nanoTime;

    private volatile long began;
    private volatile long sent;
    private volatile CompletableFuture<Void> alarm;
    private volatile long received;
    private volatile boolean closed;
    private volatile boolean expired;

    /**
     * @param call          is cancelled when its time is over
     * @param mayTakeLonger while a large request is sent, and by a second for each {@link #BYTES_PER_SECOND} that have
     *                      arrived of its answer
     * @param nanoTime      nanoseconds of a monotonic source
     */
    Deadline(Cancellable call, Duration limit, boolean mayTakeLonger, LongSupplier nanoTime) {
        this.call = call;
        this.limit = limit.toNanos();
        this.mayTakeLonger = mayTakeLonger;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        setAlarm(this.limit);
    }

    boolean isExpired() {
        return expired;
    }

    /** How much longer the answer to so many bytes may take than that to none. */
    static Duration onTheWay(long bytes) {
        return Duration.ofSeconds(1).multipliedBy(Math.min(bytes, MOST_ON_THE_WAY)).dividedBy(BYTES_PER_SECOND);
    }

    static boolean isLong(long bytes) {
        return bytes > BYTES_PER_SECOND;
    }

    OutputStream watch(OutputStream body) {
        return new FilterOutputStream(body) {

            @Override
            public void write(int next) throws IOException {
                out.write(next);
                sent(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                sent(length);
            }
        };
    }

    private void sent(int length) {
        if (mayTakeLonger) {
            sent += length;
            began = nanoTime.getAsLong();
        }
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
        long grown = mayTakeLonger ? received * TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND : 0;
        long left = limit + grown + onTheWay(sent).toNanos() - (nanoTime.getAsLong() - began);
        if (left > 0) {
            setAlarm(Math.max(left, LEAST_WAIT));
        } else {
            expired = true;
            call.cancel();
        }
    }
}
