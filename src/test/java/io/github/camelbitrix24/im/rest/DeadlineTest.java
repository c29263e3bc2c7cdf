package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImUnavailableException;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Servers that never fall silent and never finish: a timeout of a socket begins anew with each of their bytes.
 */
class DeadlineTest extends RawServerTest {

    private static final String WHO = "bitrix24-im:call?method=profile";
    private static final byte[] BODY = RawServer.json("{\"result\":{\"ID\":\"7\"},\"x\":\"" + "y".repeat(9_000) + "\"}");
    private static final byte[] CHUNKS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n{".getBytes();
    private static final byte[] INTERIM = "HTTP/1.1 102 Processing\r\nX: y\r\n\r\n".repeat(500).getBytes();

    DeadlineTest() {
        super((request, socket) -> RawServer.drip(BODY, socket));
    }

    @BeforeEach
    void soon() {
        configuration().setConnectTimeout(200);
        configuration().setResponseTimeout(400);
    }

    private Object call() {
        context.start();
        return template.requestBody(WHO, (Object) null);
    }

    private void assertUnavailable() {
        CamelExecutionException failure = assertThrows(CamelExecutionException.class, this::call);
        assertInstanceOf(Bitrix24ImUnavailableException.class, failure.getCause(), failure::toString);
    }

    @Test
    void anAnswerThatDripsEndsTheCall() {
        assertUnavailable();
    }

    @Test
    void soDoChunksAndInterimAnswersThatDrip() {
        for (byte[] answer : new byte[][] { CHUNKS, INTERIM }) {
            server.answering((request, socket) -> RawServer.drip(answer, socket));
            assertUnavailable();
        }
    }

    @Test
    void soDoesAHandshakeThatDrips() throws Exception {
        byte[] record = Arrays.copyOf(new byte[] { 0x16, 3, 3, 0x3f, 0 }, 0x3f05);
        try (ServerSocket listener = new ServerSocket(0)) {
            CompletableFuture.runAsync(() -> {
                while (!listener.isClosed()) {
                    try (Socket socket = listener.accept()) {
                        RawServer.drip(record, socket);
                    } catch (IOException e) {
                        // the client has given up
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            configuration().setPortalUrl("https://localhost:" + listener.getLocalPort());
            assertUnavailable();
        }
    }

    @Test
    void aPollThatDripsIsTriedAgainWithFewerEvents() throws Exception {
        server.answering((request, socket) -> {
            if (request.contains("Event.get")) {
                RawServer.drip(BODY, socket);
            }
            socket.getOutputStream().write(RawServer.json("{\"result\":{\"ID\":\"7\"}}"));
        });
        RouteBuilder.addRoutes(context,
                r -> r.from("bitrix24-im:events?autoSubscribe=false&includeOwn=true&initialDelay=0&delay=100&busyDelay=100")
                        .to("log:heard"));
        context.start();
        Await.until(() -> "a smaller page; " + server.requests(),
                () -> limits().anyMatch(limit -> limit < 1000), RouteTest.SOON);
        assertEquals(1000, limits().findFirst().orElseThrow());
    }

    private Stream<Integer> limits() {
        return server.requests().stream().filter(request -> request.contains("Event.get"))
                .map(request -> Integer.valueOf(request.replaceAll("(?s).*\"limit\":(\\d+).*", "$1")));
    }

    @Test
    void aRefreshThatDripsBlocksCallsForAWhileOnly() {
        Bitrix24ImConfiguration configuration = configuration();
        configuration.setUserId(null);
        configuration.setSecret(null);
        configuration.setClientId("client");
        configuration.setClientSecret("c1ientsecret");
        configuration.setRefreshToken("r0");
        configuration.setOauthUrl(server.url() + "/oauth/token/");
        assertUnavailable();
        assertTrue(server.requests().stream().allMatch(request -> request.startsWith("POST /oauth/token/")));
        server.answering((request, socket) -> socket.getOutputStream().write(RawServer.json(
                request.startsWith("POST /oauth/")
                        ? "{\"access_token\":\"a1\",\"refresh_token\":\"r1\"}" : "{\"result\":{\"ID\":\"7\"}}")));
        Await.until(() -> "well again", () -> {
            try {
                return Map.of("ID", "7").equals(call());
            } catch (CamelExecutionException e) {
                return false;
            }
        }, RouteTest.SOON);
    }

    @Test
    void aLargeAnswerThatKeepsComingIsNotCutOff() {
        configuration().setResponseTimeout(2_000);
        server.answering((request, socket) -> {
            byte[] part = " ".repeat(16_000).getBytes();
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"result\":".getBytes());
            for (int i = 0; i < 80; i++) {
                socket.getOutputStream().write(part);
                Thread.sleep(50);
            }
            socket.getOutputStream().write("true}".getBytes());
            socket.close();
        });
        assertEquals(true, call());
    }
}
