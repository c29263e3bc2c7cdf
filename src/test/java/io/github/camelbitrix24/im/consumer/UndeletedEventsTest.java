package io.github.camelbitrix24.im.consumer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.ContextTest;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A fake, or a proxy, that deletes nothing of what is acknowledged. */
class UndeletedEventsTest extends ContextTest {

    private final List<String> rows = new CopyOnWriteArrayList<>();
    private final AtomicInteger gets = new AtomicInteger();
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String events;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        context.getRegistry().bind("fake",
                new WebhookCredentials("http://127.0.0.1:" + server.getAddress().getPort() + "/rest/7/a1b2c3/"));
        events = "bitrix24-im:events?credentials=#fake&requestsPerSecond=0&" + RouteTest.FAST;
    }

    @AfterEach
    void stop() {
        context.stop();
        server.stop(0);
    }

    private void answer(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getPath();
        String result = "true";
        if (path.endsWith("/profile")) {
            result = "{\"ID\":\"7\"}";
        } else if (path.endsWith(".get")) {
            gets.incrementAndGet();
            result = "{\"events\":[" + String.join(",", rows) + "],\"nextOffset\":0,\"hasMore\":false}";
        }
        byte[] body = ("{\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(200, body.length);
        http.getResponseBody().write(body);
        http.close();
    }

    private void record(long id, String text) {
        rows.add(
                "{\"eventId\":%d,\"type\":\"ONIMV2MESSAGEADD\",\"date\":\"2026-08-21T12:00:00+03:00\",\"data\":{\"message\":{\"id\":%d,\"text\":\"%s\"},\"chat\":{\"id\":5}}}"
                        .formatted(id, id, text));
    }

    private void awaitPolls(int more) {
        int now = gets.get();
        Await.until(() -> gets + " polls", () -> gets.get() >= now + more, RouteTest.SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&batching=true", "&concurrency=4", "&limit=2" })
    void whatWasDoneIsNotRoutedAgainAndPeopleAreTold(String options) throws Exception {
        RouteBuilder.addRoutes(context, r -> r.from(events + options).routeId("events").split(r.body())
                .process(e -> seen
                        .add(e.getMessage().getBody(io.github.camelbitrix24.im.event.Bitrix24ImEvent.class).getId())));
        for (long id = 1; id <= 4; id++) {
            record(id, "question " + id);
        }
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            context.start();
            awaitPolls(12);
            assertEquals(List.of(1L, 2L, 3L, 4L), seen);
            assertTrue(log.ownMessages().stream().anyMatch(line -> line.getFormattedMessage().contains("user 7")
                    && line.getFormattedMessage().contains("not delete")), () -> log.ownMessages().toString());
        }
        rows.clear();
        record(1, "another event, after a restore");
        record(9, "new");
        awaitPolls(4);
        assertEquals(List.of(1L, 2L, 3L, 4L, 1L, 9L), seen);
    }

    @Test
    void aReceiverIsNotGivenItAgain() throws Exception {
        record(1, "hello");
        context.start();
        Exchange exchange = consumer.receive(events, 5_000);
        assertNotNull(exchange);
        consumer.doneUoW(exchange);
        assertNull(consumer.receiveNoWait(events));
        assertNull(consumer.receiveNoWait(events));
        assertNull(consumer.receive(events, 300));
    }
}
