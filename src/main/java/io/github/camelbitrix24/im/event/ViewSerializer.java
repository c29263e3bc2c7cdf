package io.github.camelbitrix24.im.event;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a message, chat or user as the portal's object; {@code null} where the portal sent none.
 */
final class ViewSerializer extends StdSerializer<JsonView> {

    private static final long serialVersionUID = 1L;

    ViewSerializer() {
        super(JsonView.class);
    }

    @Override
    public void serialize(JsonView view, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (view.node().isMissingNode()) {
            generator.writeNull();
        } else {
            provider.defaultSerializeValue(view.node(), generator);
        }
    }

    @Override
    public void serializeWithType(JsonView view, JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(view, generator, provider);
    }
}
