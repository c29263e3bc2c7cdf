package io.github.camelbitrix24.im;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.Json;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * The parameters of a call, from whatever the body is. Text must be a JSON object: the portal runs a method without
 * parameters, and without a word, when it cannot read them.
 */
final class CallParameters {

    private static final ObjectReader WHOLE = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CallParameters() {
    }

    /**
     * @throws IllegalArgumentException if the body is no object
     */
    static ObjectNode of(Message message) {
        JsonNode node;
        try {
            node = read(isText(message.getBody()) ? message.getBody(String.class) : message.getBody());
        } catch (IOException | IllegalArgumentException e) {
            throw notAnObject(e);
        }
        if (node.isMissingNode()) {
            return Json.MAPPER.createObjectNode();
        }
        if (node instanceof ObjectNode params) {
            return params;
        }
        throw notAnObject(null);
    }

    /** What Camel components carry text in; anything else is taken for a Map or a bean. */
    private static boolean isText(Object body) {
        return body instanceof CharSequence || body instanceof InputStream || body instanceof Reader || body instanceof File
                || body instanceof WrappedFile<?> || body instanceof StreamCache;
    }

    private static JsonNode read(Object body) throws IOException {
        if (body == null) {
            return Json.MAPPER.createObjectNode();
        } else if (body instanceof String text) {
            return WHOLE.readTree(text);
        } else if (body instanceof byte[] bytes) {
            return WHOLE.readTree(bytes);
        }
        return Json.MAPPER.valueToTree(body);
    }

    private static IllegalArgumentException notAnObject(Exception cause) {
        return new IllegalArgumentException(
                "The body of a call must be its parameters: a Map, a bean, the text of a JSON object, or nothing.", cause);
    }
}
