package io.github.camelbitrix24.im.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An answer's body in chunks; each goes over the wire before the next pause. */
record ChunkedBody(Reply.Chunked reply) {

    void writeTo(OutputStream out) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        reply.answer().body().writeTo(body);
        byte[] bytes = body.toByteArray();
        out.flush();
        for (int from = 0; from < bytes.length; from += reply.bytes()) {
            pause();
            int length = Math.min(reply.bytes(), bytes.length - from);
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, from, length);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Ends early only by the interruption that comes when the server closes. */
    private void pause() throws InterruptedException {
        if (!reply.pause().isZero()) {
            new CountDownLatch(1).await(reply.pause().toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
