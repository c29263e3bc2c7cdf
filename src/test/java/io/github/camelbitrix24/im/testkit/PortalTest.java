package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Talks to an emulated portal over plain HTTP. */
abstract class PortalTest {

    static final String GET = "im.v2.Event.get";
    static final String SUBSCRIBE = "im.v2.Event.subscribe";
    static final String UNSUBSCRIBE = "im.v2.Event.unsubscribe";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    PortalEmulator portal;
    EmulatedUser ilse;
    EmulatedUser marco;

    @BeforeEach
    void startPortal() {
        portal = builder().start();
        ilse = portal.user(7).named("Ilse Brandt");
        marco = portal.user(12).named("Marco Silva");
    }

    PortalBuilder builder() {
        return PortalEmulator.builder();
    }

    @AfterEach
    void closePortal() {
        portal.close();
    }

    HttpResponse<String> post(String url, String contentType, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> call(EmulatedUser user, String method, String json) throws IOException, InterruptedException {
        return post(user.webhook() + method, "application/json", json);
    }

    JsonNode result(EmulatedUser user, String method, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = call(user, method, json);
        assertEquals(200, response.statusCode(), response.body());
        return json(response.body()).get("result");
    }

    /** Whatever is sent, the answer is one of a REST server, and not of one that has failed. */
    void answersAsARestServer(String method, Map<String, Object> parameters) throws IOException, InterruptedException {
        String json = JSON.writeValueAsString(parameters);
        HttpResponse<String> response = call(ilse, method, json);
        String said = method + " " + json + " -> " + response.body();
        assertNotEquals(500, response.statusCode(), said);
        assertTrue(json(response.body()).has("result") || json(response.body()).has("error"), said);
    }

    JsonNode page(String json) throws IOException, InterruptedException {
        return result(ilse, GET, json);
    }

    JsonNode data(int index) throws IOException, InterruptedException {
        return page("{}").at("/events/" + index + "/data");
    }

    void assertError(int status, String code, String description, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("{\"error\":" + WireJson.text(code) + ",\"error_description\":" + WireJson.text(description) + "}",
                response.body());
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    static List<Long> ids(JsonNode page) {
        return StreamSupport.stream(page.get("events").spliterator(), false).map(event -> event.get("eventId").longValue())
                .toList();
    }
}
