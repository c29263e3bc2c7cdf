package io.github.camelbitrix24.im.demo.parity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A portal that somebody lends with the webhook of a user. It is spoken to over HTTP as it is, so that what differs is
 * not mended on the way.
 */
final class LentPortal {

    static final String GET = "im.v2.Event.get";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(65);
    private static final int LOOKS = 8;
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]-]+/*");
    private static final Pattern WORD = Pattern.compile("[\\w.~-]+");

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String portalUrl;
    private final String userId;
    private final String secret;
    private final Pacing pacing;
    private final Map<String, Reading> remembered = new HashMap<>();

    /** Waits until the portal's rate limit takes the next request. */
    interface Pacing {
        void await() throws InterruptedException;
    }

    LentPortal(String portalUrl, String userId, String secret, Pacing pacing) {
        if (!ADDRESS.matcher(portalUrl).matches() || !WORD.matcher(userId).matches() || !WORD.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "The portal's address is written as https://acme.bitrix24.com, without a path; the user's id and the secret"
                                               + " are what stands in the webhook's URL behind /rest/.");
        }
        this.portalUrl = portalUrl.replaceFirst("/+$", "");
        this.userId = userId;
        this.secret = secret;
        this.pacing = pacing;
    }

    /** @throws IOException why there is nothing to compare */
    void requireEvents() throws IOException, InterruptedException {
        Reading page = page(1);
        if (page.result().path("events").isArray()) {
            return;
        }
        throw new IOException(
                "Nothing can be played there: reading events comes to " + page.outcome()
                              + ". What is wrong, -Dexec.args=check says.");
    }

    Reading post(String method, String json) throws IOException, InterruptedException {
        return send(secret, method, "POST", json);
    }

    Reading postJson(String method, Map<String, ?> params) throws IOException, InterruptedException {
        return post(method, JSON.writeValueAsString(params));
    }

    Reading withWrongSecret(String method) throws IOException, InterruptedException {
        return send("0000000000000000", method, "POST", "{}");
    }

    /** What is asked without parameters, once for all rows. */
    Reading once(String method) throws IOException, InterruptedException {
        Reading known = remembered.get(method);
        if (known == null) {
            known = post(method, "{}");
            remembered.put(method, known);
        }
        return known;
    }

    /** The first page of the queue. Nothing below the offset 1 is there to be deleted. */
    Reading page(int limit) throws IOException, InterruptedException {
        return post(GET, "{\"offset\":1,\"limit\":" + limit + "}");
    }

    Stream<JsonNode> events(String type) throws IOException, InterruptedException {
        return StreamSupport.stream(page(1000).result().path("events").spliterator(), false)
                .filter(event -> event.path("type").asText().equals(type));
    }

    /** The data of the event of this type about a message, which may come a little later; nothing if it does not. */
    JsonNode eventOf(String type, long messageId) throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            JsonNode found = events(type).map(event -> event.path("data"))
                    .filter(data -> data.path("message").path("id").asLong(data.path("messageId").asLong()) == messageId)
                    .reduce((earlier, later) -> later).orElse(null);
            if (found != null) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    private Reading send(String key, String method, String verb, String body) throws IOException, InterruptedException {
        pacing.await();
        HttpRequest request = HttpRequest.newBuilder(URI.create(portalUrl + "/rest/" + userId + "/" + key + "/" + method))
                .timeout(PATIENCE).header("Content-Type", "application/json")
                .method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        HttpResponse<String> response;
        try {
            response = client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            // its text may hold the address, and with it the secret
            throw new IOException("No answer to " + method + ": " + e.getClass().getSimpleName());
        }
        return new Reading(response.statusCode(), response.headers(), response.body(), parsed(response.body()));
    }

    Reading put(String method, String json) throws IOException, InterruptedException {
        return send(secret, method, "PUT", json);
    }

    Reading get(String method) throws IOException, InterruptedException {
        return send(secret, method, "GET", null);
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
