package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelbitrix24.im.rest.ResultReader;

/**
 * Reads the result of {@code im.v2.Event.get} in one pass. Of each event only what headers need is taken; its bytes are
 * kept where they are and parsed when somebody looks at them. What has no readable id does not keep the others from
 * coming. A {@code nextOffset} is not read: what may be acknowledged follows from the events that were finished, not
 * from what the portal proposes.
 */
public final class EventPageReader implements ResultReader<EventPage> {

    @Override
    public EventPage read(JsonParser parser, byte[] body) throws IOException {
        if (parser.currentTokenLocation().getByteOffset() < 0) {
            throw new JsonParseException(parser, "the answer is not in UTF-8");
        }
        require(parser, JsonToken.START_OBJECT, "result is not an object");
        Rows rows = null;
        boolean hasMore = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "events" -> {
                    rows = new Rows(parser, body);
                    rows.read();
                }
                case "hasMore" -> {
                    hasMore = parser.getValueAsBoolean();
                    parser.skipChildren();
                }
                default -> parser.skipChildren();
            }
        }
        if (rows == null) {
            throw new JsonParseException(parser, "result has no events");
        }
        return new EventPage(rows.sorted(), hasMore, rows.unreadable);
    }

    private static void require(JsonParser parser, JsonToken token, String otherwise) throws IOException {
        if (parser.currentToken() != token) {
            throw new JsonParseException(parser, otherwise);
        }
    }

    private static final class Rows {

        private final JsonParser parser;
        private final byte[] body;
        private final List<Bitrix24ImEvent> events = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();

        Rows(JsonParser parser, byte[] body) {
            this.parser = parser;
            this.body = body;
        }

        /** PHP writes a list with gaps as an object whose keys are numbers. */
        void read() throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    if (WholeNumber.of(parser.currentName()) == null) {
                        throw new JsonParseException(parser, "events is not a list");
                    }
                    parser.nextToken();
                    readRow();
                }
            } else {
                require(parser, JsonToken.START_ARRAY, "events is not a list");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readRow();
                }
            }
        }

        private void readRow() throws IOException {
            EventScanner scanner = new EventScanner(parser, body);
            Bitrix24ImEvent event = scanner.scan();
            if (event == null) {
                unreadable.add(scanner.describe());
            } else {
                events.add(event);
            }
        }

        List<Bitrix24ImEvent> sorted() {
            for (int i = 1; i < events.size(); i++) {
                if (events.get(i - 1).getId() >= events.get(i).getId()) {
                    events.sort(Comparator.comparingLong(Bitrix24ImEvent::getId));
                    break;
                }
            }
            return events;
        }
    }
}
