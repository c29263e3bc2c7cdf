package io.github.camelbitrix24.im.testkit;

import com.fasterxml.jackson.databind.JsonNode;

/** The people and group chats that a replayed event tells of spring up, so that one can answer there. */
final class ReplayedCast {

    private ReplayedCast() {
    }

    static void of(PortalState portal, RecordedEvent event) {
        JsonNode data = event.tree();
        JsonNode user = data.path("user");
        long userId = user.path("id").asLong();
        if (userId > 0 && portal.directory.find(userId).isEmpty()) {
            EmulatedUser person = portal.directory.user(userId);
            if (user.path("name").isTextual()) {
                person.named(user.path("name").textValue());
            }
        }
        String dialogId = data.path("chat").path("dialogId").asText();
        if (dialogId.matches("chat[1-9]\\d{0,17}") && portal.messenger.find(dialogId).isEmpty()) {
            EmulatedChat chat = portal.messenger.chat(dialogId);
            if (data.path("chat").path("name").isTextual()) {
                chat.named(data.path("chat").path("name").textValue());
            }
        }
    }
}
