package io.github.camelbitrix24.im.event;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Scans one event of a page: notes where it stands in the body and picks up the {@link EventFields}.
 */
final class EventScanner {

    private final JsonParser parser;
    private final byte[] body;
    private final EventFields fields = new EventFields();

    private Long id;
    private String type;
    private String date;
    private int dataStart = -1;
    private int dataEnd = -1;

    EventScanner(JsonParser parser, byte[] body) {
        this.parser = parser;
        this.body = body;
    }

    Bitrix24ImEvent scan() throws IOException {
        int start = tokenStart();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "eventId" -> id = readId();
                case "type" -> type = readText();
                case "date" -> date = readText();
                case "data" -> scanData();
                default -> parser.skipChildren();
            }
        }
        if (id == null) {
            throw new JsonParseException(parser, "an event has no eventId");
        }
        return new Bitrix24ImEvent(new EventBytes(body, start, tokenEnd(), dataStart, dataEnd), id, type, date, fields);
    }

    private void scanData() throws IOException {
        dataStart = tokenStart();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "message" -> {
                        fields.textStart = -1;
                        int start = tokenStart();
                        fields.messageStart = scanEntity(Entity.MESSAGE) ? start : -1;
                        fields.messageEnd = tokenEnd();
                    }
                    case "chat" -> scanEntity(Entity.CHAT);
                    case "user" -> scanEntity(Entity.USER);
                    case "messageId" -> fields.messageId = readId();
                    case "dialogId" -> fields.dialogId = readText();
                    default -> parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
            // a text is read to its end only when somebody asks for it
            parser.finishToken();
        }
        dataEnd = tokenEnd();
    }

    private boolean scanEntity(Entity entity) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (entity) {
                case MESSAGE -> scanMessage(field);
                case CHAT -> scanChat(field);
                case USER -> scanUser(field);
            }
        }
        return true;
    }

    private void scanMessage(String field) throws IOException {
        switch (field) {
            case "id" -> fields.messageId = readId();
            case "chatId" -> fields.messageChatId = readId();
            case "authorId" -> fields.authorId = readId();
            case "text" -> {
                fields.textStart = parser.currentToken() == JsonToken.VALUE_STRING ? tokenStart() : -1;
                parser.skipChildren();
            }
            default -> parser.skipChildren();
        }
    }

    private void scanChat(String field) throws IOException {
        switch (field) {
            case "id" -> fields.chatId = readId();
            case "dialogId" -> fields.chatDialogId = readText();
            default -> parser.skipChildren();
        }
    }

    private void scanUser(String field) throws IOException {
        if (field.equals("id")) {
            fields.userId = readId();
        } else {
            parser.skipChildren();
        }
    }

    /** Ids are 64-bit and come as numbers or as strings. */
    private Long readId() throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> {
                return parser.getNumberType() == NumberType.BIG_INTEGER ? null : (Long) parser.getLongValue();
            }
            case VALUE_STRING -> {
                try {
                    return Long.valueOf(parser.getText());
                } catch (NumberFormatException e) {
                    return null;
                }
            }
            default -> {
                parser.skipChildren();
                return null;
            }
        }
    }

    private String readText() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING || parser.currentToken().isNumeric()) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    private int tokenStart() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private int tokenEnd() {
        return (int) parser.currentLocation().getByteOffset();
    }

    private enum Entity {
        MESSAGE,
        CHAT,
        USER
    }
}
