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
 * kept where they are and parsed when somebody looks at them. A {@code nextOffset} is not read: what may be
 * acknowledged follows from the events that were finished, not from what the portal proposes.
 */
public final class EventPageReader implements ResultReader<EventPage> {

    @Override
    public EventPage read(JsonParser parser, byte[] body) throws IOException {
        List<Bitrix24ImEvent> events = null;
        boolean hasMore = false;
        require(parser, JsonToken.START_OBJECT, "result is not an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "events" -> events = readEvents(parser, body);
                case "hasMore" -> hasMore = parser.getValueAsBoolean();
                default -> parser.skipChildren();
            }
        }
        if (events == null) {
            throw new JsonParseException(parser, "result has no events");
        }
        return new EventPage(events, hasMore);
    }

    private static List<Bitrix24ImEvent> readEvents(JsonParser parser, byte[] body) throws IOException {
        require(parser, JsonToken.START_ARRAY, "events is not a list");
        List<Bitrix24ImEvent> events = new ArrayList<>();
        long previous = Long.MIN_VALUE;
        boolean ascending = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser, JsonToken.START_OBJECT, "an event is not an object");
            Bitrix24ImEvent event = new EventScanner(parser, body).scan();
            ascending &= event.getId() > previous;
            previous = event.getId();
            events.add(event);
        }
        if (!ascending) {
            events.sort(Comparator.comparingLong(Bitrix24ImEvent::getId));
        }
        return events;
    }

    private static void require(JsonParser parser, JsonToken token, String otherwise) throws IOException {
        if (parser.currentToken() != token) {
            throw new JsonParseException(parser, otherwise);
        }
    }
}
