package io.github.camelbitrix24.im.event;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A list of messages as the portal writes it: PHP makes an object with numbers for keys of one that has gaps.
 */
final class MessageList {

    private static final String MESSAGES = "messages";

    private MessageList() {
    }

    static List<ImMessage> of(JsonNode result) {
        JsonNode list = result != null && result.isObject() ? result.path(MESSAGES) : result;
        if (list == null || !list.isArray() && !list.isObject()) {
            throw new IllegalArgumentException(
                    "There are no messages: they are a list in the field messages of what im.dialog.messages.get answers,"
                                               + " or the list itself.");
        }
        List<ImMessage> messages = new ArrayList<>(list.size());
        for (JsonNode message : list) {
            if (message.isObject() && !message.isEmpty()) {
                messages.add(new ImMessage(message, () -> list));
            }
        }
        return messages;
    }

    /**
     * @param  id     the message that is replied to, or {@code null} if the reply does not say
     * @param  others the messages that came along
     * @return        that message, or one with nothing but the id; a missing node if there is none
     */
    static JsonNode repliedTo(Long id, JsonNode others) {
        for (JsonNode message : others) {
            Long found = JsonView.asNumber(message.path("id"));
            if (id != null && id.equals(found)) {
                return message;
            }
        }
        return id == null ? MissingNode.getInstance() : JsonNodeFactory.instance.objectNode().put("id", id);
    }
}
