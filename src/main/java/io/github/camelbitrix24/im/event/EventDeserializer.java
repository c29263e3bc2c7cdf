package io.github.camelbitrix24.im.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.github.camelbitrix24.im.rest.Json;

/**
 * Reads an event from the JSON that it was written as.
 */
final class EventDeserializer extends StdDeserializer<Bitrix24ImEvent> {

    private static final long serialVersionUID = 1L;

    EventDeserializer() {
        super(Bitrix24ImEvent.class);
    }

    @Override
    public Bitrix24ImEvent deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = Json.MAPPER.createGenerator(json)) {
            copy(parser, generator);
        }
        Bitrix24ImEvent event = read(json.toByteArray());
        return event != null
                ? event : context.reportInputMismatch(Bitrix24ImEvent.class,
                        "An event of Bitrix24 is a JSON object with a whole number in the field eventId.");
    }

    /** With all digits of its numbers. */
    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        do {
            if (parser.currentToken().isStructStart()) {
                depth++;
            } else if (parser.currentToken().isStructEnd()) {
                depth--;
            }
            generator.copyCurrentEventExact(parser);
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static Bitrix24ImEvent read(byte[] json) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            parser.nextToken();
            return EventPageReader.single(parser, json);
        }
    }
}
