package io.github.camelbitrix24.im.testkit.control;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.testkit.PortalView;
import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Body;
import io.github.camelbitrix24.im.testkit.http.Reply;

/** Server-sent events: the portal's version whenever it has changed, until the listener goes away. */
final class ChangeStream implements Body {

    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 100;
    private static final int CHUNK = 1024;

    private final PortalView view;

    private ChangeStream(PortalView view) {
        this.view = view;
    }

    static Reply of(PortalView view) {
        return new Reply.Chunked(
                Answer.of(200, "text/event-stream", "").with("Cache-Control", "no-store")
                        .with(new ChangeStream(view)),
                CHUNK, Duration.ZERO);
    }

    @Override
    public long length() {
        return Long.MAX_VALUE;
    }

    /** What changes within the pause comes together; a word now and then finds out whether somebody still listens. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            for (long seen = -1;;) {
                long version = view.awaitChange(seen, SILENCE);
                out.write((version == seen ? ": quiet\n\n" : "data: " + version + "\n\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                seen = version;
                new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
