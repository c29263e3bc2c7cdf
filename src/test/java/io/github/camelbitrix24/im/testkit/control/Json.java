package io.github.camelbitrix24.im.testkit.control;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.camelbitrix24.im.testkit.PortalView;
import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Request;

/** What control calls are given and answered; whatever goes out, secrets are masked in every text of it. */
final class Json {

    private static final String TYPE = "application/json; charset=utf-8";
    private static final ObjectMapper READER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };

    private final ObjectMapper writer;

    Json(PortalView portal) {
        writer = new ObjectMapper().registerModule(new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addSerializer(String.class, new Masked(portal::masked)));
    }

    Answer answer(int status, Object value) {
        try {
            return Answer.of(status, TYPE, writer.writeValueAsBytes(value)).with("Cache-Control", "no-store")
                    .with("X-Content-Type-Options", "nosniff");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Arguments arguments(Request request) {
        if (!request.header("content-type").startsWith("application/json")) {
            throw new Refusal(415, "The fields of a control call are a JSON object, with Content-Type: application/json");
        }
        try {
            Map<String, Object> fields = READER.readValue(request.body().stream(), OBJECT);
            if (fields == null) {
                throw new Refusal(400, "The body is no JSON object");
            }
            return Arguments.of(fields);
        } catch (IOException e) {
            throw new Refusal(400, "The body is no JSON object");
        }
    }

    private static final class Masked extends JsonSerializer<String> {

        private final UnaryOperator<String> mask;

        private Masked(UnaryOperator<String> mask) {
            this.mask = mask;
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(mask.apply(text));
        }
    }
}
