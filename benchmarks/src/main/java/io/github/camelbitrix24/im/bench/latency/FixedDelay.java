package io.github.camelbitrix24.im.bench.latency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A loop written by hand that asks at a fixed interval, and tries again at the next when it was refused. */
final class FixedDelay implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Stage stage;
    private long offset = 1;

    FixedDelay(Stage stage, Duration delay) {
        this.stage = stage;
        timer.scheduleWithFixedDelay(this::poll, 0, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void poll() {
        URI uri = URI.create(stage.portal().user(Stage.LISTENER).webhook() + "im.v2.Event.get");
        HttpRequest request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offset\":" + offset + ",\"limit\":1000}")).build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                JsonNode result = mapper.readTree(answer.body()).path("result");
                result.path("events").forEach(event -> stage.hear(event.path("data").path("message").path("text").asText()));
                offset = result.path("nextOffset").asLong();
            }
        } catch (IOException e) {
            System.err.println("A poll failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
