package io.github.camelbitrix24.im.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Level;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.WatchedRouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.NOT_DELETED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A proxy that keeps acknowledgements from the portal: what was done comes again and again, and that is noticed. */
class NotDeletedTest extends WatchedRouteTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer proxy;

    @BeforeEach
    void standBetween() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::forward);
        proxy.start();
        String url = "http://127.0.0.1:" + proxy.getAddress().getPort();
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration()
                .setCredentials(new WebhookCredentials(reader.webhook().replace(portal.url(), url)));
    }

    @AfterEach
    void goAway() {
        proxy.stop(0);
    }

    private void forward(HttpExchange exchange) {
        try (exchange) {
            String call = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(portal.url() + exchange.getRequestURI()))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(call.replaceAll("\"offset\":\\d+", "\"offset\":1")))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isAStateOfItsOwn() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            hear(FAST, this::note);
            awaitState(NOT_DELETED);
            long before = eventConsumer().getEventsNotDeleted();
            await("again", () -> eventConsumer().getEventsNotDeleted() > before + 4);

            assertEquals(portal.recorded(7), seen);
            assertEquals(State.UP, ready().getState());
            assertEquals("NOT_DELETED", detail("consumer.state"));
            assertTrue((long) detail("consumer.not.deleted") > before);
            assertTrue(detail("consumer.advice").toString().contains("does not delete"),
                    () -> detail("consumer.advice").toString());
            assertEquals(1, log.ownMessages().stream().filter(said -> said.getLevel() == Level.WARN).count(),
                    () -> log.ownMessages().toString());
        }
    }
}
