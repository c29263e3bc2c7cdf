package io.github.camelbitrix24.im.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StreamCache;

/** Reads a {@link SpooledFile}; it may be begun anew, also after it was closed. */
final class SpooledStream extends InputStream implements StreamCache {

    private static final int AHEAD = 64 * 1024;

    private final SpooledFile file;
    private final long length;
    private long position;
    private byte[] ahead;
    private int next;
    private int end;

    SpooledStream(SpooledFile file, long length) {
        this.file = file;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        if (next == end) {
            ahead = ahead == null ? new byte[AHEAD] : ahead;
            next = 0;
            end = Math.max(0, file.read(position, ahead, 0, AHEAD));
            if (end == 0) {
                return -1;
            }
        }
        position++;
        return ahead[next++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        next = 0;
        end = 0;
        int read = file.read(position, bytes, offset, count);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, length - position));
        position += skipped;
        next = 0;
        end = 0;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, length - position);
    }

    @Override
    public void reset() {
        position = 0;
        next = 0;
        end = 0;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        try {
            return file.openFor(exchange);
        } catch (IOException e) {
            throw new RuntimeCamelException("The downloaded file is closed: the exchange that fetched it is done", e);
        }
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long position() {
        return position;
    }
}
