package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.MendedJson;

/**
 * Reads one event that stands alone, as it was stored: like an event of a page, odd values included.
 */
final class SingleEvent {

    private static final String EXPECTED
            = ". An event is a JSON object with a whole number in the field eventId, as the portal sends it, for example"
              + " {\"eventId\":918273,\"type\":\"ONIMV2MESSAGEADD\",\"data\":{}}.";

    /** Beyond all numbers is what stands for too large a number; in quotes it would be a text. */
    private static final ObjectWriter WRITER
            = Json.MAPPER.writer().without(JsonGenerator.Feature.QUOTE_NON_NUMERIC_NUMBERS);

    private static final Pattern HALF_SURROGATE = Pattern.compile("\\p{Cs}");

    private SingleEvent() {
    }

    static Bitrix24ImEvent read(JsonNode json) {
        try {
            return read(WRITER.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw noEvent("it cannot be written as JSON", e);
        }
    }

    /** No charset can write half a surrogate pair; an escape can. */
    static Bitrix24ImEvent read(String json) {
        String writable = json.chars().noneMatch(unit -> Character.isSurrogate((char) unit))
                ? json
                : HALF_SURROGATE.matcher(json).replaceAll(
                        half -> "\\\\u" + HexFormat.of().toHexDigits(half.group().charAt(0)));
        return read(writable.getBytes(StandardCharsets.UTF_8));
    }

    static Bitrix24ImEvent read(byte[] json) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            return read(parser, json);
        } catch (IOException e) {
            return readMended(json);
        }
    }

    private static Bitrix24ImEvent readMended(byte[] json) {
        try (JsonParser parser = MendedJson.parser(json)) {
            return read(parser, json);
        } catch (IOException e) {
            JsonLocation where = e instanceof JacksonException unreadable ? unreadable.getLocation() : null;
            throw noEvent(where == null
                    ? "it is not JSON in UTF-8"
                    : "it is not JSON in UTF-8 from line " + where.getLineNr() + ", column " + where.getColumnNr() + " on",
                    null);
        }
    }

    private static Bitrix24ImEvent read(JsonParser parser, byte[] json) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw noEvent("it is empty", null);
        }
        if (first == JsonToken.START_ARRAY) {
            throw noEvent("it is a list, whose elements may be events: split it first", null);
        }
        if (parser.currentTokenLocation().getByteOffset() < 0) {
            throw noEvent("it is not in UTF-8", null);
        }
        EventScanner scanner = new EventScanner(parser, json);
        Bitrix24ImEvent event = scanner.scan();
        if (parser.nextToken() != null) {
            throw noEvent("something follows the end of its JSON", null);
        }
        if (event == null) {
            throw noEvent("it has no event id that can be read (" + scanner.describe() + ")", null);
        }
        return event;
    }

    private static IllegalArgumentException noEvent(String why, Throwable cause) {
        return new IllegalArgumentException("This is no event of Bitrix24: " + why + EXPECTED, cause);
    }
}
