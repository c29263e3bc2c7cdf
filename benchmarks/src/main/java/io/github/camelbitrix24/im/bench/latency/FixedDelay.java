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

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Conversation conversation;
    private long offset = 1;

    FixedDelay(Conversation conversation, Duration delay) {
        this.conversation = conversation;
        timer.scheduleWithFixedDelay(this::poll, 0, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void poll() {
        URI uri = URI.create(conversation.listener().webhook() + "im.v2.Event.get");
        HttpRequest request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offset\":" + offset + ",\"limit\":1000}")).build();
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                JsonNode result = MAPPER.readTree(answer.body()).path("result");
                result.path("events").forEach(
                        event -> conversation.hear(event.path("data").path("message").path("text").asText()));
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
