package io.github.camelbitrix24.im.testkit.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An answer's body in chunks; each goes over the wire before the next pause. */
record ChunkedBody(Reply.Chunked reply) {

    void writeTo(OutputStream out) throws IOException {
        out.flush();
        Chunks chunks = new Chunks(out);
        reply.answer().body().writeTo(chunks);
        chunks.end();
    }

    private final class Chunks extends OutputStream {

        private final OutputStream out;
        private final byte[] chunk = new byte[reply.bytes()];
        private int filled;

        private Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] { (byte) single }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int written = 0; written < length;) {
                int count = Math.min(length - written, chunk.length - filled);
                System.arraycopy(bytes, offset + written, chunk, filled, count);
                filled += count;
                written += count;
                if (filled == chunk.length) {
                    send();
                }
            }
        }

        /** What there is goes at once. */
        @Override
        public void flush() throws IOException {
            if (filled > 0) {
                send();
            }
        }

        private void send() throws IOException {
            pause();
            out.write((Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(chunk, 0, filled);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            filled = 0;
        }

        private void end() throws IOException {
            if (filled > 0) {
                send();
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        /** Ends early only by the interruption that comes when the server closes. */
        private void pause() throws IOException {
            try {
                if (!reply.pause().isZero()) {
                    new CountDownLatch(1).await(reply.pause().toNanos(), TimeUnit.NANOSECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }
}
