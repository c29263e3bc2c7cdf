package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A line of a recording.
 *
 * @param queue in whose queue it was, or {@code null} if the line does not tell
 * @param data  as it stands in the line
 */
record RecordedEvent(String type, Instant date, Long queue, byte[] data) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_BOT = "ONIMBOTV2";

    /** @throws IllegalArgumentException with what is wrong */
    static RecordedEvent of(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            return read(parser, line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "it is not JSON at column " + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is not in UTF-8", e);
        }
    }

    private static RecordedEvent read(JsonParser parser, byte[] line) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        String type = null;
        String date = null;
        Long queue = null;
        byte[] data = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            switch (name) {
                case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : null;
                case "date" -> date = parser.getText();
                case "queue" -> queue = value == JsonToken.VALUE_NUMBER_INT ? Long.valueOf(parser.getLongValue()) : null;
                default -> parser.skipChildren();
            }
            if (name.equals("data") && value.isStructStart()) {
                data = Arrays.copyOfRange(line, start, (int) parser.currentLocation().getByteOffset());
            }
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("something follows the end of its JSON");
        }
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException("it has no field \"type\" with a text, say \"ONIMV2MESSAGEADD\"");
        }
        if (data == null) {
            throw new IllegalArgumentException("it has no field \"data\" with an object or a list");
        }
        return new RecordedEvent(type, instant(date), queue, data);
    }

    private static Instant instant(String date) {
        try {
            return OffsetDateTime.parse(String.valueOf(date)).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "its field \"date\" is " + (date == null ? "missing" : "\"" + date + "\"")
                                               + ", and not a date as 2026-08-21T14:05:04+03:00",
                    e);
        }
    }

    boolean isOfBot() {
        return type.startsWith(OF_BOT);
    }

    JsonNode tree() {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
