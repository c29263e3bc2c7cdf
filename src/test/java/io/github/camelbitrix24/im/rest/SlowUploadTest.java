package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.ContextTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A file takes as long as the line needs; only silence ends its call. */
class SlowUploadTest extends ContextTest {

    private static final int SIZE = 24 << 20;
    private static final int LIMIT_MILLIS = 200;

    private interface Answering {
        void to(Socket socket) throws IOException, InterruptedException;
    }

    private HttpAnswer upload(Answering answering) throws Exception {
        context.start();
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (Socket socket = listener.accept()) {
                    answering.to(socket);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            CamelHttpTransport transport = new CamelHttpTransport(
                    context,
                    new TransportOptions(
                            PortalAddress.parse("http://127.0.0.1:" + listener.getLocalPort(), false),
                            Duration.ofMillis(LIMIT_MILLIS),
                            Duration.ofMillis(LIMIT_MILLIS), 10_000),
                    null, System::nanoTime);
            transport.start();
            try {
                return transport.post("/rest/x", RequestBody.of(Json.MAPPER.createObjectNode().set("file", new FileContent(
                        SIZE, () -> new EndlessStream(SIZE)).node())), null);
            } finally {
                transport.stop();
                served.handle((nothing, e) -> null).join();
            }
        }
    }

    /** So many bytes. */
    private static final class EndlessStream extends InputStream {

        private int left;

        private EndlessStream(int left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 1 : -1;
        }
    }

    @Test
    void aServerThatReadsSlowlyGetsItAll() throws Exception {
        AtomicLong read = new AtomicLong();
        HttpAnswer answer = upload(socket -> {
            byte[] piece = new byte[1 << 20];
            InputStream in = socket.getInputStream();
            while (read.get() < SIZE / 3 * 4) {
                // as a slow line does: far longer in all than the call may be silent
                CompletableFuture.runAsync(() -> {
                }, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS)).join();
                read.addAndGet(in.read(piece));
            }
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes());
            out.flush();
            while (in.read(piece) >= 0) {
                continue;
            }
        });
        assertEquals(200, answer.status());
    }

    @Test
    void whatWasCutHalfwayWasCertainlyNotDone() {
        Exception e = assertThrows(IOException.class, () -> upload(socket -> {
            socket.getInputStream().read(new byte[100]);
            socket.setSoLinger(true, 0);
        }));
        assertInstanceOf(NotSentException.class, e);
        assertTrue(e.toString().contains("may not take as much"), e::toString);
    }

    @Test
    void silenceEndsACallThatHasSentMuch() throws Exception {
        AtomicLong now = new AtomicLong();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        try (Deadline deadline = new Deadline(() -> cancelled.complete(true), Duration.ofMillis(50), true, now::get)) {
            OutputStream out = deadline.watch(OutputStream.nullOutputStream());
            for (int i = 0; i < 10; i++) {
                now.addAndGet(Duration.ofHours(1).toNanos() / 1000);
                out.write(new byte[1 << 20]);
            }
            assertFalse(deadline.isExpired());
            now.addAndGet(Deadline.onTheWay(10 << 20).plusMillis(51).toNanos());
            Await.until(() -> "the call is cancelled", cancelled::isDone, Duration.ofSeconds(20));
        }
    }
}
