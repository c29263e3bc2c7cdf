package io.github.camelbitrix24.im.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    private final boolean withFiles;
    private long leftOut;

    private OutgoingJson(JsonGenerator generator, boolean withFiles) {
        super(generator, false);
        this.withFiles = withFiles;
    }

    static byte[] write(ObjectNode params) throws JsonProcessingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        toMemory(params, bytes, true);
        return bytes.toByteArray();
    }

    /** How many bytes will be written. The files are not read for that. */
    static long length(ObjectNode params) throws JsonProcessingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long leftOut = toMemory(params, bytes, false);
        return bytes.size() + leftOut;
    }

    private static long toMemory(ObjectNode params, ByteArrayOutputStream bytes, boolean withFiles)
            throws JsonProcessingException {
        try (OutgoingJson generator = new OutgoingJson(Json.MAPPER.createGenerator(bytes), withFiles)) {
            Json.MAPPER.writeTree(generator, params);
            return generator.leftOut;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("nothing but memory is written to", e);
        }
    }

    /** Leaves the stream open. */
    static void write(ObjectNode params, OutputStream out) throws IOException {
        JsonGenerator plain = Json.MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        try (OutgoingJson generator = new OutgoingJson(plain, true)) {
            Json.MAPPER.writeTree(generator, params);
        }
    }

    /** As base64, as it is read. */
    void writeFile(FileContent file) throws IOException {
        if (!withFiles) {
            leftOut += file.base64Length();
            delegate.writeString("");
            return;
        }
        try (InputStream in = file.open()) {
            delegate.writeBinary(in, -1);
        }
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
