package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.io.StringWriter;

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
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = Json.MAPPER.createGenerator(json)) {
            copy(parser, generator);
        }
        try {
            return SingleEvent.read(json.toString());
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(Bitrix24ImEvent.class, "%s", e.getMessage());
        }
    }

    /** With numbers as they are written. */
    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        do {
            if (parser.currentToken().isStructStart()) {
                depth++;
            } else if (parser.currentToken().isStructEnd()) {
                depth--;
            }
            if (parser.currentToken().isNumeric()) {
                generator.writeNumber(parser.getText());
            } else {
                generator.copyCurrentEvent(parser);
            }
        } while (depth > 0 && parser.nextToken() != null);
    }
}
