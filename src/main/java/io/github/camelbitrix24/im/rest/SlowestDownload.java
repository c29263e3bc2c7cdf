package io.github.camelbitrix24.im.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A file that comes. Its socket ends it after a silence, so it may take as long as a slow line needs; but a portal that
 * drips must not hold its caller for ever.
 */
final class SlowestDownload extends FilterInputStream {

    /** Slower than any line on which files are worth fetching. */
    private static final int BYTES_PER_SECOND = 1024;

    private final Duration grace;
    private final LongSupplier nanoTime;
    private final long began;
    private long received;

    /**
     * @param grace    for so long it may be slower
     * @param nanoTime nanoseconds of a monotonic source
     */
    SlowestDownload(InputStream content, Duration grace, LongSupplier nanoTime) {
        super(content);
        this.grace = grace;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        return counted(count, count);
    }

    private int counted(int read, int count) throws IOException {
        received += read < 0 ? 0 : count;
        long taken = nanoTime.getAsLong() - began - grace.toNanos();
        if (read >= 0 && taken > received * TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND) {
            throw new SocketTimeoutException("the file comes too slowly");
        }
        return read;
    }
}
