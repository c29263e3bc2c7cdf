package io.github.camelbitrix24.im.event;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A chat as it was when the event was recorded. (Bitrix24 REST: chat bots, entities)
 */
public final class ImChat extends JsonView {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ImChat(JsonNode node) {
        super(node);
    }

    /**
     * The chat's number. To reply, use {@link #getDialogId()}.
     */
    public Long getId() {
        return numberAt("id");
    }

    /**
     * Where to reply to: {@code chat5}, or in a private chat the other person's id.
     */
    public String getDialogId() {
        return textAt("dialogId");
    }

    /**
     * The chat's name; {@code null} in private chats.
     */
    public String getName() {
        return textAt("name");
    }

    /**
     * E.g. {@code private}, {@code chat}, {@code channel}, {@code comment}, {@code lines}; an open set.
     */
    public String getType() {
        return textAt("type");
    }

    /**
     * One letter, e.g. {@code P} private, {@code C} group, {@code L} open line, {@code T} thread; an open set.
     */
    public String getMessageType() {
        return textAt("messageType");
    }

    /**
     * Whether it is a talk between two people.
     */
    public boolean isPrivate() {
        return "private".equals(getType()) || "P".equals(getMessageType());
    }

    /**
     * The owner's user id; {@code null} if nobody owns the chat (the portal writes 0).
     */
    public Long getOwner() {
        return positiveAt("owner");
    }

    public String getDescription() {
        return textAt("description");
    }

    /**
     * A path on the portal without a host; empty if there is no picture.
     */
    public String getAvatar() {
        return textAt("avatar");
    }

    /**
     * As {@code #rrggbb}.
     */
    public String getColor() {
        return textAt("color");
    }

    /**
     * Whether people from outside the company take part.
     */
    public boolean isExtranet() {
        return flagAt("extranet");
    }

    /**
     * Whether guests of a collab take part.
     */
    public boolean isContainsCollaber() {
        return flagAt("containsCollaber");
    }

    /**
     * What the chat is bound to, e.g. {@code LINES} for an open line; empty if it is bound to nothing.
     */
    public String getEntityType() {
        return textAt("entityType");
    }

    /**
     * Which one it is bound to; the parts are separated by {@code |} and depend on the type.
     */
    public String getEntityId() {
        return textAt("entityId");
    }

    /**
     * More about what it is bound to, in the portal's own form.
     */
    public String getEntityData1() {
        return textAt("entityData1");
    }

    /**
     * More about what it is bound to, in the portal's own form.
     */
    public String getEntityData2() {
        return textAt("entityData2");
    }

    /**
     * More about what it is bound to, in the portal's own form.
     */
    public String getEntityData3() {
        return textAt("entityData3");
    }

    /**
     * The channel that a thread belongs to, or {@code null} (the portal writes 0).
     */
    public Long getParentChatId() {
        return positiveAt("parentChatId");
    }

    /**
     * The post that a thread belongs to, or {@code null} (the portal writes 0).
     */
    public Long getParentMessageId() {
        return positiveAt("parentMessageId");
    }

    /**
     * The folder of the chat's files on the portal's disk, or {@code null}.
     */
    public Long getDiskFolderId() {
        return numberAt("diskFolderId");
    }

    /**
     * Who may do what, by the portal's names: {@code none}, {@code member}, {@code manager} or {@code owner}.
     */
    public Map<String, Object> getPermissions() {
        return asMap(nodeAt("permissions"));
    }

    /**
     * Whether members can write; the portal sends {@code true} or {@code "Y"}.
     */
    public boolean isTextFieldEnabled() {
        return flagAt("textFieldEnabled");
    }

    private Long positiveAt(String field) {
        Long number = numberAt(field);
        return number != null && number > 0 ? number : null;
    }
}
