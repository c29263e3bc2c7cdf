package io.github.camelbitrix24.im.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What is in a message.
 *
 * @param text     with BB codes
 * @param keyboard its buttons, or {@code null}
 * @param attach   its rich blocks, or {@code null}
 */
record Content(String text, JsonNode keyboard, JsonNode attach) {

    /** As a part, in the portal's own way: it is to be taken away. */
    static final JsonNode NOTHING = TextNode.valueOf("N");

    /** The same, and what it does not have is taken away from the message that it becomes. */
    Content whole() {
        return new Content(text, keyboard == null ? NOTHING : keyboard, attach == null ? NOTHING : attach);
    }
}
