package io.github.camelbitrix24.im.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A message as it was when its event was recorded, or when the history was asked for it. (Bitrix24 REST: chat bots,
 * entities)
 */
public final class ImMessage extends JsonView {

    private final Supplier<String> text;
    private final Supplier<JsonNode> others;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ImMessage(JsonNode node) {
        this(node, MissingNode::getInstance);
    }

    /**
     * @param others gives the messages that came along, among which may be the one that is replied to
     */
    ImMessage(JsonNode node, Supplier<JsonNode> others) {
        super(node);
        this.text = () -> textAt("text");
        this.others = others;
    }

    /**
     * @param text gives the text alone, which is less work than reading the whole message
     */
    ImMessage(Supplier<JsonNode> node, Supplier<String> text, Supplier<JsonNode> others) {
        super(node);
        this.text = text;
        this.others = others;
    }

    /**
     * The messages of a dialog's history, in the portal's order.
     *
     * @param  result                   what {@code im.dialog.messages.get} answers, or a method of
     *                                  {@code im.v2.Chat.Message} that gives messages: an object with the field
     *                                  {@code messages}, or the list itself
     * @return                          the messages; what stands among them and is no object is left out
     * @throws IllegalArgumentException if there is no list of messages
     */
    public static List<ImMessage> listOf(JsonNode result) {
        return MessageList.of(result);
    }

    /**
     * The message's id, unique on the portal.
     */
    public Long getId() {
        return numberAt("id");
    }

    /**
     * The chat's number; the portal sends it twice, as {@code chatId} and {@code chat_id}.
     */
    public Long getChatId() {
        Long chatId = numberAt("chatId");
        return chatId != null ? chatId : numberAt("chat_id");
    }

    /**
     * Who wrote it; 0 for a system message.
     */
    public Long getAuthorId() {
        Long authorId = numberAt("authorId");
        return authorId != null ? authorId : numberAt("author_id");
    }

    /**
     * When it was written, with the offset of the portal's server.
     */
    public OffsetDateTime getDate() {
        return dateAt("date");
    }

    /**
     * The text with BB codes, as the portal renders it: bare links come wrapped in {@code [URL]}, mentions carry the
     * current name. It need not equal what was sent; recognise messages by their id.
     */
    public String getText() {
        return text.get();
    }

    /**
     * Whether the portal and not a person wrote it. In group chats the portal's own flag stays false, only the author
     * is 0 (observed behaviour of im 26.250); both count here.
     */
    public boolean isSystem() {
        return flagAt("isSystem") || Long.valueOf(0).equals(getAuthorId());
    }

    /**
     * The client's template id, or {@code null}; the portal also writes an empty text for none.
     */
    public String getUuid() {
        String uuid = textAt("uuid");
        return uuid == null || uuid.isEmpty() ? null : uuid;
    }

    /**
     * From where it was forwarded ({@code id}, {@code userId}, {@code chatTitle}, {@code chatType}); empty if it was
     * not. The id is a text such as {@code chat345/77093}.
     */
    public Map<String, Object> getForward() {
        return asMap(nodeAt("forward"));
    }

    /**
     * The message's parameters in the portal's names: numbers are texts, flags are {@code Y} and {@code N}, lists of
     * numbers are lists of texts; an open set. Empty if there are none.
     */
    public Map<String, Object> getParams() {
        return asMap(nodeAt("params"));
    }

    /**
     * The files attached, by their ids on the portal's disk; empty if there are none.
     */
    public List<Long> getFileIds() {
        return asNumbers(nodeAt("params").path("FILE_ID"));
    }

    /**
     * The message that this one replies to, or {@code null}.
     */
    public Long getReplyId() {
        return asNumber(nodeAt("params").path("REPLY_ID"));
    }

    /**
     * The message that this one replies to. An event brings it along since revision 35 of the portal, a history where
     * it is among the messages asked for; else the view has an id and nothing else. A view without content, that is
     * with {@code null} for its id, too, if this message is no reply.
     */
    public ImMessage getReplyTo() {
        return new ImMessage(MessageList.repliedTo(getReplyId(), others.get()), others);
    }

    /**
     * Whether its text was changed after it had been posted.
     */
    public boolean isEdited() {
        return "Y".equals(asText(nodeAt("params").path("IS_EDITED")));
    }

    /**
     * Whether it was deleted.
     */
    public boolean isDeleted() {
        return "Y".equals(asText(nodeAt("params").path("IS_DELETED")));
    }

    /**
     * Whether somebody else has seen it.
     */
    public boolean isViewedByOthers() {
        return flagAt("viewedByOthers");
    }
}
