package io.github.camelbitrix24.im.testkit.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The parameters of a call, decoded by content type, the body's over the query's. A body that is no JSON object or list
 * is ignored without a word, as on a portal: the method runs with what is left.
 */
public final class Parameters {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Parameters() {
    }

    public static Map<String, Object> of(Request request) {
        Map<String, Object> parameters = new LinkedHashMap<>(QueryString.parse(request.query()));
        parameters.putAll(ofBody(request));
        return parameters;
    }

    private static Map<String, Object> ofBody(Request request) {
        String contentType = request.header("content-type");
        String mediaType = contentType.split(";")[0].trim().toLowerCase(Locale.ROOT);
        if (mediaType.equals("application/json") || mediaType.contains("+json")) {
            return json(request.body());
        }
        if (mediaType.equals("multipart/form-data")) {
            return Multipart.parse(contentType, request.body());
        }
        return QueryString.parse(request.text().strip());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(byte[] body) {
        try {
            Object value = JSON.readValue(body, Object.class);
            if (value instanceof Map) {
                return (Map<String, Object>) value;
            }
            Map<String, Object> indexed = new LinkedHashMap<>();
            if (value instanceof List<?> list) {
                list.forEach(element -> indexed.put(Integer.toString(indexed.size()), element));
            }
            return indexed;
        } catch (IOException e) {
            return Map.of();
        }
    }
}
