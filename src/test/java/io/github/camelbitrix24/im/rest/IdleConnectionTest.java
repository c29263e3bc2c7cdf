package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Connections between and before calls, as the other end sees them. */
class IdleConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private CamelHttpTransport transport(int port, Duration connectTimeout) {
        CamelHttpTransport transport = new CamelHttpTransport(
                context, new TransportOptions(
                        PortalAddress.parse("http://127.0.0.1:" + port, false), connectTimeout, SOON, 1 << 20),
                null, System::nanoTime);
        transport.start();
        return transport;
    }

    @Test
    void whatTheServerHasHalfClosedIsClosedThoughNobodyCalls() throws Exception {
        try (ServerSocket listener = new ServerSocket(0)) {
            CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> answerAndHalfClose(listener));
            CamelHttpTransport transport = transport(listener.getLocalPort(), SOON);
            assertEquals(200, transport.post("/rest/profile", RequestBody.of(new byte[0]), null).status());
            assertFalse(end.isDone());
            transport.closeIdle(Duration.ZERO);
            assertEquals(-1, end.get(SOON.toSeconds(), TimeUnit.SECONDS));
            transport.stop();
        }
    }

    /** @return what the client sends after its request: -1 when it closes */
    private static int answerAndHalfClose(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            for (String head = ""; !head.endsWith("\r\n\r\n"); head += (char) in.read()) {
                // an empty body follows
            }
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return in.read();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void aDeadlineHoldsForConnectingToo() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1); Socket one = new Socket(); Socket two = new Socket();
             Socket three = new Socket()) {
            // nobody accepts: what does not fit into the backlog is not answered
            for (Socket socket : new Socket[] { one, two, three }) {
                CompletableFuture.runAsync(() -> {
                    try {
                        socket.connect(full.getLocalSocketAddress(), (int) SOON.toMillis());
                    } catch (IOException e) {
                        // closed at the end
                    }
                });
            }
            CamelHttpTransport transport = transport(full.getLocalPort(), Duration.ofMinutes(5));
            assertThrows(IOException.class,
                    () -> transport.post("/rest/profile", RequestBody.of(new byte[0]), Duration.ofMillis(300)));
            transport.stop();
        }
    }
}
