package io.github.camelbitrix24.im;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.Json;

/**
 * The parameters of a call, from whatever the body is. Text must be a JSON object: the portal runs a method without
 * parameters, and without a word, when it cannot read them.
 */
final class CallParameters {

    private CallParameters() {
    }

    /**
     * @throws IllegalArgumentException if the body is no object
     */
    static ObjectNode of(Object body) {
        JsonNode node;
        try {
            node = read(body);
        } catch (IOException | IllegalArgumentException e) {
            throw notAnObject(e);
        }
        if (node instanceof ObjectNode params) {
            return params;
        }
        throw notAnObject(null);
    }

    private static JsonNode read(Object body) throws IOException {
        if (body == null) {
            return Json.MAPPER.createObjectNode();
        } else if (body instanceof String text) {
            return text.isBlank() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(text);
        } else if (body instanceof byte[] bytes) {
            return Json.MAPPER.readTree(bytes);
        } else if (body instanceof InputStream stream) {
            return Json.MAPPER.readTree(stream);
        }
        return Json.MAPPER.valueToTree(body);
    }

    private static IllegalArgumentException notAnObject(Exception cause) {
        return new IllegalArgumentException(
                "The body of a call must be its parameters: a Map, a bean, the text of a JSON object, or nothing.", cause);
    }
}
