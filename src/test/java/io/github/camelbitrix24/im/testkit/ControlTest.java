package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Drives an emulated portal through its control interface, as a script in another language does. */
abstract class ControlTest extends PortalTest {

    HttpResponse<String> act(String call, String json) throws IOException, InterruptedException {
        return send(request(portal.url() + "/control/" + call).header("Content-Type", "application/json")
                .header("X-Emulator-Control", "1").POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    JsonNode done(String call, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = act(call, json);
        assertEquals(200, response.statusCode(), response.body());
        return json(response.body());
    }

    void assertRefused(int status, String error, HttpResponse<String> response) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(error, json(response.body()).get("error").textValue());
    }

    JsonNode look(String call) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(portal.url() + "/control/" + call));
        assertEquals(200, response.statusCode(), response.body());
        return json(response.body());
    }

    long message(JsonNode answer) {
        return answer.get("message").longValue();
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(element -> element.get(field).asText()).toList();
    }
}
