package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelbitrix24.im.rest.PrintableText;

/**
 * Scans one event of a page: notes where it stands in the body and picks up the {@link EventFields}.
 */
final class EventScanner {

    /** How much of what should be short is shown of an event, in characters. */
    static final int MOST_SHOWN = 60;

    private final JsonParser parser;
    private final byte[] body;
    private EventFields fields = new EventFields();

    private Long id;
    private String type;
    private String date;
    private String wouldBeId = "none";
    private int start;
    private int end;
    private int dataStart = -1;
    private int dataEnd = -1;

    EventScanner(JsonParser parser, byte[] body) {
        this.parser = parser;
        this.body = body;
    }

    /**
     * @return {@code null} if it is no event, or one without a readable id
     */
    Bitrix24ImEvent scan() throws IOException {
        start = tokenStart();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            scanFields();
        } else {
            parser.skipChildren();
            parser.finishToken();
        }
        end = tokenEnd();
        return id == null
                ? null : new Bitrix24ImEvent(new EventBytes(body, start, end, dataStart, dataEnd), id, type, date, fields);
    }

    private void scanFields() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "eventId" -> {
                    id = readId();
                    wouldBeId = id == null && parser.currentToken().isScalarValue() ? parser.getText() : "unreadable";
                }
                case "type" -> type = readText();
                case "date" -> date = readText();
                case "data" -> scanData();
                default -> parser.skipChildren();
            }
        }
    }

    /** What was scanned, without what people wrote in it. */
    String describe() {
        CRC32 checksum = new CRC32();
        checksum.update(body, start, end - start);
        return "id " + PrintableText.of(wouldBeId, MOST_SHOWN) + ", type " + PrintableText.of(type, MOST_SHOWN) + ", date "
               + PrintableText.of(date, MOST_SHOWN) + ", "
               + (end - start) + " bytes, CRC-32 " + Long.toHexString(checksum.getValue());
    }

    private void scanData() throws IOException {
        fields = new EventFields();
        dataStart = tokenStart();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "message" -> scanMessage();
                    case "chat" -> {
                        fields.forgetChat();
                        scanEntity(this::chatField);
                    }
                    case "user" -> scanUser();
                    case "bot" -> scanBot();
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

    private void scanMessage() throws IOException {
        fields.forgetMessage();
        int messageStart = tokenStart();
        if (scanEntity(this::messageField)) {
            fields.messageStart = messageStart;
        }
        fields.messageEnd = tokenEnd();
    }

    private void scanUser() throws IOException {
        fields.forgetUser();
        UserFlags flags = new UserFlags();
        fields.nobody = parser.currentToken() == JsonToken.START_ARRAY;
        scanEntity(field -> userField(field, flags));
        fields.user = flags.sender();
    }

    /** The token that is in it is taken out of the bytes, before anybody has seen them. */
    private void scanBot() throws IOException {
        fields.botId = null;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        List<BlankedField> secrets = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            int fieldStart = tokenStart();
            parser.nextToken();
            switch (field) {
                case "id" -> fields.botId = readId();
                case "appId" -> {
                    parser.skipChildren();
                    parser.finishToken();
                    secrets.add(new BlankedField(fieldStart, tokenEnd()));
                }
                default -> parser.skipChildren();
            }
        }
        secrets.forEach(secret -> secret.blank(body));
    }

    private boolean scanEntity(FieldScan scan) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            scan.scan(field);
        }
        return true;
    }

    private void messageField(String field) throws IOException {
        switch (field) {
            case "id" -> fields.idOfMessage = readId();
            case "chatId" -> fields.messageChatId = readId();
            case "chat_id" -> fields.messageChatIdToo = readId();
            case "authorId" -> fields.authorId = readId();
            case "author_id" -> fields.authorIdToo = readId();
            case "isSystem" -> fields.system = readFlag();
            case "text" -> {
                fields.textStart = parser.currentToken() == JsonToken.VALUE_STRING ? tokenStart() : -1;
                parser.skipChildren();
            }
            default -> parser.skipChildren();
        }
    }

    private void chatField(String field) throws IOException {
        switch (field) {
            case "id" -> fields.chatId = readId();
            case "dialogId" -> fields.chatDialogId = readText();
            default -> parser.skipChildren();
        }
    }

    private void userField(String field, UserFlags flags) throws IOException {
        switch (field) {
            case "id" -> fields.userId = readId();
            case "bot" -> flags.bot = readFlag();
            case "connector" -> flags.connector = readFlag();
            case "extranet" -> flags.extranet = readFlag();
            case "type" -> flags.type = readText();
            case "externalAuthId" -> flags.externalAuthId = readText();
            default -> parser.skipChildren();
        }
    }

    private Long readId() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> parser.getNumberType() == NumberType.BIG_INTEGER ? null : (Long) parser.getLongValue();
            case VALUE_NUMBER_FLOAT, VALUE_STRING -> WholeNumber.of(parser.getText());
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }

    private boolean readFlag() throws IOException {
        boolean set = parser.currentToken() == JsonToken.VALUE_TRUE
                || parser.currentToken() == JsonToken.VALUE_STRING && "Y".equalsIgnoreCase(parser.getText());
        parser.skipChildren();
        return set;
    }

    private String readText() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (parser.currentToken().isNumeric()) {
            // as the same number reads in a tree, or in a map that the event was converted to
            return parser.getNumberValue().toString();
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

    @FunctionalInterface
    private interface FieldScan {

        void scan(String field) throws IOException;
    }
}
