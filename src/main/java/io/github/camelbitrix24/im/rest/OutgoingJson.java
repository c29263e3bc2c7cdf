package io.github.camelbitrix24.im.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes what the portal can read. Half a surrogate pair, as cutting a text in the middle of an emoji leaves it, makes
 * a body unreadable there, and the portal then runs the method without any parameter (observed behaviour of im 26.250).
 */
final class OutgoingJson extends JsonGeneratorDelegate {

    private static final ObjectReader WHOLE = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private OutgoingJson(JsonGenerator generator) {
        super(generator, false);
    }

    static byte[] write(ObjectNode params) throws JsonProcessingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new OutgoingJson(Json.MAPPER.createGenerator(bytes))) {
            Json.MAPPER.writeTree(generator, params);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("nothing but memory is written to", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The text with U+FFFD for each half of a surrogate pair.
     */
    static String mended(String text) {
        return text == null || text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))
                ? text : new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        super.writeFieldName(mended(name));
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        writeFieldName(name.getValue());
    }

    @Override
    public void writeString(String text) throws IOException {
        super.writeString(mended(text));
    }

    @Override
    public void writeString(char[] text, int offset, int length) throws IOException {
        writeString(new String(text, offset, length));
    }

    @Override
    public void writeString(SerializableString text) throws IOException {
        writeString(text.getValue());
    }

    /** What a bean has as JSON already: if it is none, the whole body would be unreadable. */
    @Override
    public void writeRawValue(String json) throws IOException {
        writeTree(WHOLE.readTree(json));
    }

    @Override
    public void writeRawValue(SerializableString json) throws IOException {
        writeRawValue(json.getValue());
    }
}
