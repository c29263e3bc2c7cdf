package io.github.camelbitrix24.im.testkit.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The parameters of a call, decoded by content type, the body's over the query's; a GET has no body. A body that is no
 * JSON object or list, or that PHP cannot read (a byte order mark, other than UTF-8, half a surrogate pair, more than
 * 512 levels), is ignored without a word, as on a portal: the method runs with what is left.
 */
public final class Parameters {

    private static final int DEEPEST = 512;
    private static final int LARGE = 1 << 19;
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Parameters() {
    }

    public static Map<String, Object> of(Request request) {
        Map<String, Object> parameters = new LinkedHashMap<>(QueryString.parse(request.query()));
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            parameters.putAll(ofBody(request));
        }
        return parameters;
    }

    /** The parameters as they are worth remembering: of what is large only how large it is. */
    public static Map<String, Object> shown(Map<String, Object> parameters) {
        Map<String, Object> shown = new LinkedHashMap<>();
        parameters.forEach((name, value) -> shown.put(name, shown(value)));
        return shown;
    }

    private static Object shown(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> shown = new LinkedHashMap<>();
            map.forEach((name, element) -> shown.put(name, shown(element)));
            return shown;
        }
        if (value instanceof List<?> list) {
            List<Object> shown = new ArrayList<>();
            list.forEach(element -> shown.add(shown(element)));
            return shown;
        }
        if (value instanceof String text && text.length() > LARGE) {
            return "(a text of " + text.length() + " characters)";
        }
        return value instanceof LargeText || value instanceof UploadedPart ? value.toString() : value;
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
    private static Map<String, Object> json(Content body) {
        try {
            LargeJson large = new LargeJson(body);
            Object value = large.restored(
                    JSON.readValue(utf8(body.isLarge() ? large.shortened() : body.bytes()), Object.class));
            if (hasHalfASurrogatePair(value)) {
                return Map.of();
            }
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

    static String readText(String json) throws IOException {
        return JSON.readValue(json, String.class);
    }

    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static boolean hasHalfASurrogatePair(Object value) {
        if (value instanceof Map<?, ?> map) {
            return hasHalfASurrogatePair(map.keySet()) || hasHalfASurrogatePair(map.values());
        }
        if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                if (hasHalfASurrogatePair(element)) {
                    return true;
                }
            }
        }
        return value instanceof String text && !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
