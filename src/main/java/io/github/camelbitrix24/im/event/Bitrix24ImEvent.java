package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.MendedJson;
import io.github.camelbitrix24.im.rest.PrintableText;

/**
 * One event of a user's or bot's messenger, the body of a consumed exchange. Its bytes are kept as the portal sent
 * them, but without {@code data.bot.appId}, which may hold the bot's token; the data is parsed when it is first looked
 * at. Events of unknown types and of odd shapes are events like any other: the typed views then simply have nothing to
 * say. Camel converts it to {@code String}, {@code byte[]}, {@code InputStream}, {@code Map} and {@code JsonNode}, and
 * makes it of them again; Jackson writes it as the portal sent it, and reads it from that. (Bitrix24 REST:
 * im.v2.Event.get)
 */
@JsonSerialize(using = EventSerializer.class)
@JsonDeserialize(using = EventDeserializer.class)
public final class Bitrix24ImEvent {

    private volatile EventBytes bytes;
    private final long id;
    private final String type;
    private final String dateText;
    private final EventFields fields;
    private volatile JsonNode data;
    private volatile JsonNode message;
    private OffsetDateTime date;

    Bitrix24ImEvent(EventBytes bytes, long id, String type, String dateText, EventFields fields) {
        this.bytes = bytes;
        this.id = id;
        this.type = type;
        this.dateText = dateText;
        this.fields = fields;
    }

    /**
     * An event from its JSON, as the portal sends it and as {@link #getJson()} gives it: one that was stored, or one
     * that is made up for a test, say
     * <code>{"eventId":1,"type":"ONIMV2MESSAGEADD","data":{"message":{"text":"hello"}}}</code>.
     *
     * @throws IllegalArgumentException if it is not JSON, or not an object with a whole number in the field
     *                                  {@code eventId}
     */
    public static Bitrix24ImEvent of(String json) {
        return SingleEvent.read(json);
    }

    /**
     * The same from bytes in UTF-8.
     *
     * @throws IllegalArgumentException if it is not JSON, or not an object with a whole number in the field
     *                                  {@code eventId}
     */
    public static Bitrix24ImEvent of(byte[] json) {
        return SingleEvent.read(json.clone());
    }

    /**
     * The same from a tree, as {@link #toJsonNode()} gives it.
     *
     * @throws IllegalArgumentException if it is not an object with a whole number in the field {@code eventId}
     */
    public static Bitrix24ImEvent of(JsonNode json) {
        return SingleEvent.read(json);
    }

    /**
     * The event's id: unique on the portal, rising, with gaps, since all users share one sequence.
     */
    public long getId() {
        return id;
    }

    /**
     * What happened, e.g. {@code ONIMV2MESSAGEADD}; an open set. {@code null} if the portal named no type.
     */
    public String getType() {
        return type;
    }

    /**
     * What happened, equal for the events of users and of bots: {@code messageAdd}, {@code messageUpdate},
     * {@code messageDelete}, {@code reactionChange}, {@code join}, {@code command} or {@code context}; of an unknown
     * type the type itself.
     */
    public String getKind() {
        return EventKind.of(type);
    }

    /**
     * When the portal recorded the event, with the offset of its server; {@code null} if it gave no readable date.
     */
    public OffsetDateTime getDate() {
        OffsetDateTime read = date;
        if (read == null) {
            read = EventDate.parse(dateText);
            date = read;
        }
        return read;
    }

    /**
     * The date as the portal wrote it, or {@code null}.
     */
    public String getDateText() {
        return dateText;
    }

    /**
     * The chat that the event belongs to, or {@code null} if it names none.
     */
    public Long getChatId() {
        return fields.chatId();
    }

    /**
     * Where to reply to: {@code chat5}, or in a private chat the other person's id; {@code null} if the event names no
     * dialog.
     */
    public String getDialogId() {
        String named = fields.dialogId();
        return named != null || !EventKind.isOfBot(type) ? named : fields.answerable(EventKind.COMMAND.equals(getKind()));
    }

    /**
     * The bot whose event it is, or {@code null} if it is a user's.
     */
    public Long getBotId() {
        return fields.botId;
    }

    /**
     * The command that somebody gave a bot, by typing it or by a button; a view without content if the event is of
     * another kind.
     */
    public ImCommand getCommand() {
        return new ImCommand(parsedData().path("command"));
    }

    /**
     * What came along when somebody opened a bot by a link, as plain values; empty if the event is of another kind.
     * Anybody may send anything there.
     */
    public Map<String, Object> getContext() {
        return JsonView.asMap(parsedData().path("context"));
    }

    /**
     * The message that the event is about, or {@code null} if it is about none.
     */
    public Long getMessageId() {
        return fields.messageId();
    }

    /**
     * Who did it: the author of a message (0 for a system message, also where a message was deleted, since the portal
     * does not say by whom), who reacted, or who joined; {@code null} if the event does not say.
     */
    public Long getUserId() {
        return isWritten() && fields.authorId() != null ? fields.authorId() : fields.userId;
    }

    /**
     * What whoever {@link #getUserId()} names is to the company: {@code staff}; {@code extranet}, from outside with an
     * account, guests of collabs included; {@code bot}; {@code guest}, such as the customers of open lines, without an
     * account; {@code system}, the portal itself. {@code null} if the event does not tell, as where the portal leaves
     * but the id of a user.
     */
    public String getSender() {
        Sender sender = sender();
        return sender == null ? null : sender.text();
    }

    private Sender sender() {
        Long who = getUserId();
        boolean ofMessage = isWritten() || EventKind.MESSAGE_DELETE.equals(getKind());
        if (Long.valueOf(0).equals(who) || isWritten() && fields.system || ofMessage && who == null && fields.nobody) {
            return Sender.SYSTEM;
        }
        return who != null && who.equals(fields.userId) ? fields.user : null;
    }

    private boolean isWritten() {
        return type != null && (type.endsWith("MESSAGEADD") || type.endsWith("MESSAGEUPDATE"));
    }

    /**
     * The message that was written, changed or reacted to; a view without content if the event has none.
     */
    public ImMessage getMessage() {
        Supplier<JsonNode> others = this::additionalMessages;
        return fields.textStart < 0 || data != null || message != null
                ? new ImMessage(parsedMessage(), others) : new ImMessage(this::parsedMessage, this::readText, others);
    }

    /**
     * The message that the event's message replies to. Portals send it since revision 35; of older ones the view has an
     * id and nothing else. A view without content, that is with {@code null} for its id, too, if the message is no
     * reply.
     */
    public ImMessage getReplyTo() {
        return getMessage().getReplyTo();
    }

    /**
     * The chat that the event belongs to; a view without content if the event has none.
     */
    public ImChat getChat() {
        return new ImChat(parsedData().path("chat"));
    }

    /**
     * The person whom the event is about: author, reactor or joiner; a view without content if the event has none, as
     * in system messages.
     */
    public ImUser getUser() {
        return new ImUser(parsedData().path("user"));
    }

    /**
     * The reaction's code, e.g. {@code like}; {@code null} unless somebody reacted.
     */
    public String getReaction() {
        return JsonView.asText(parsedData().path("reaction"));
    }

    /**
     * What was done with the reaction: {@code add}, {@code delete}, or {@code null} where the portal does not say,
     * which must not be read as {@code add} (observed behaviour of im 26.250).
     */
    public String getAction() {
        String action = JsonView.asText(parsedData().path("action"));
        return action == null || action.isEmpty() ? null : action;
    }

    /**
     * The portal's default language, e.g. {@code en}; not the author's.
     */
    public String getLanguage() {
        return JsonView.asText(parsedData().path("language"));
    }

    /**
     * The whole data as plain values, in the portal's own names; empty if it is not an object.
     */
    public Map<String, Object> getData() {
        return JsonView.asMap(parsedData());
    }

    /**
     * The event as the portal sent it.
     */
    public String getJson() {
        return bytes.text();
    }

    /**
     * How many bytes the event has.
     */
    public int getSize() {
        return bytes.length();
    }

    /**
     * The event as the portal sent it, in UTF-8.
     */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /**
     * The event as the portal sent it, in UTF-8, without a copy.
     */
    public InputStream toInputStream() {
        return bytes.toInputStream();
    }

    /**
     * The whole event as a tree.
     */
    public JsonNode toJsonNode() {
        return parse(bytes.start(), bytes.length());
    }

    /**
     * The whole event as plain values, in the portal's own names.
     */
    public Map<String, Object> toMap() {
        return JsonView.asMap(toJsonNode());
    }

    /**
     * Id, type and date; what people wrote is not shown.
     */
    @Override
    public String toString() {
        return "Bitrix24ImEvent[" + id + " " + PrintableText.of(type, EventScanner.MOST_SHOWN) + " "
               + PrintableText.of(dateText, EventScanner.MOST_SHOWN) + "]";
    }

    void keepApart() {
        bytes = bytes.apart();
        data = null;
        message = null;
    }

    long fingerprint() {
        return bytes.fingerprint();
    }

    private JsonNode parsedData() {
        JsonNode parsed = data;
        if (parsed == null) {
            parsed = parseData();
            data = parsed;
        }
        return parsed;
    }

    /** The message alone is often all that a route looks at. */
    private JsonNode parsedMessage() {
        if (data != null || fields.messageStart < 0) {
            return parsedData().path("message");
        }
        JsonNode parsed = message;
        if (parsed == null) {
            parsed = parse(fields.messageStart, fields.messageEnd - fields.messageStart);
            message = parsed;
        }
        return parsed;
    }

    private JsonNode additionalMessages() {
        return parsedData().path("additionalMessages");
    }

    private String readText() {
        EventBytes from = bytes;
        int start = fields.textStart;
        try (JsonParser parser = Json.MAPPER.createParser(from.kept(), from.at(start), from.end() - start)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            return JsonView.asText(parsedMessage().path("text"));
        }
    }

    private JsonNode parseData() {
        return bytes.hasData() ? parse(bytes.dataStart(), bytes.dataLength()) : MissingNode.getInstance();
    }

    private JsonNode parse(int start, int length) {
        EventBytes from = bytes;
        try {
            return Json.MAPPER.readTree(from.kept(), from.at(start), length);
        } catch (IOException e) {
            return MendedJson.tree(from.kept(), from.at(start), length);
        }
    }
}
