package io.github.camelbitrix24.im.bench.drain;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A loop written by hand: the JDK's HTTP client and Jackson's tree, without routes, budget, retries or late rows. */
final class LoopReader implements Reader {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private Portal portal;
    private long offset;

    @Override
    public void begin(Portal from, Tally tally) throws Exception {
        portal = from;
        offset = 1;
        while (!tally.isComplete()) {
            for (JsonNode event : page()) {
                JsonNode message = event.path("data").path("message");
                tally.read(event.path("eventId").asLong(), message.path("chatId").asLong(), message.path("text").asText());
            }
        }
    }

    private JsonNode page() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.method("im.v2.Event.get")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offset\":" + offset + ",\"limit\":1000}")).build();
        byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        JsonNode result = mapper.readTree(body).path("result");
        offset = result.path("nextOffset").asLong();
        return result.path("events");
    }

    @Override
    public void finish() throws Exception {
        page();
    }

    @Override
    public void close() {
        // the client goes with the process
    }
}
