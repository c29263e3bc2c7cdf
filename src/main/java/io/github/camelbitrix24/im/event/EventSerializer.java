package io.github.camelbitrix24.im.event;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonGeneratorImpl;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * Writes an event as the portal sent it, whatever the settings of the mapper. Where it is not written as JSON text, but
 * converted or in another format, it is written as a tree.
 */
final class EventSerializer extends StdSerializer<Bitrix24ImEvent> {

    private static final long serialVersionUID = 1L;

    EventSerializer() {
        super(Bitrix24ImEvent.class);
    }

    @Override
    public void serialize(Bitrix24ImEvent event, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (generator instanceof JsonGeneratorImpl) {
            generator.writeRawValue(event.getJson());
        } else {
            provider.defaultSerializeValue(event.toJsonNode(), generator);
        }
    }

    @Override
    public void serializeWithType(
            Bitrix24ImEvent event, JsonGenerator generator, SerializerProvider provider,
            TypeSerializer type)
            throws IOException {
        serialize(event, generator, provider);
    }
}
