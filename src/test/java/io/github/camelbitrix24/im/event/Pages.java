package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

/** Reads the result of {@code im.v2.Event.get} from a text, as if it had just come. */
final class Pages {

    private static final JsonFactory JSON = new JsonFactory();

    private Pages() {
    }

    static EventPage read(String result) throws IOException {
        return read(result.getBytes(StandardCharsets.UTF_8));
    }

    static EventPage read(byte[] result) throws IOException {
        try (JsonParser parser = JSON.createParser(result)) {
            parser.nextToken();
            return new EventPageReader().read(parser, result);
        }
    }

    /** The events of a page that has these. */
    static List<Bitrix24ImEvent> events(String... events) {
        try {
            return read("{\"events\":[" + String.join(",", events) + "],\"nextOffset\":1,\"hasMore\":false}").events();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bitrix24ImEvent event(String type, String data) {
        return events("{\"eventId\":1,\"type\":\"" + type + "\",\"date\":\"2026-08-21T14:05:04+03:00\",\"data\":" + data + "}")
                .get(0);
    }
}
