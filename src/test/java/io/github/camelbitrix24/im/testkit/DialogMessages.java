package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code im.dialog.messages.get}: a chat's history, newest first, or onwards from {@code FIRST_ID}. */
final class DialogMessages {

    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 50;

    private final PortalState portal;

    DialogMessages(PortalState portal) {
        this.portal = portal;
    }

    Object call(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        EmulatedChat chat = new DialogAccess(portal).forReading(call.caller().user(), params.text("DIALOG_ID"));
        List<Message> messages = selected(chat, params)
                .limit(Math.max(1, Math.min(LARGEST_LIMIT, params.id("LIMIT").orElse(DEFAULT_LIMIT)))).toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("chat_id", chat.id);
        result.put("messages", messages.stream().map(this::fields).toList());
        result.put("users", messages.stream().map(Message::authorId).filter(id -> id > 0).distinct().map(this::user).toList());
        result.put("files", new ArrayList<>());
        return result;
    }

    private Stream<Message> selected(EmulatedChat chat, LooseParams params) {
        Stream<Message> all = portal.messenger.messagesOf(chat);
        if (params.has("FIRST_ID")) {
            return all.filter(message -> message.id > params.id("FIRST_ID").orElse(0));
        }
        long last = params.id("LAST_ID").orElse(Long.MAX_VALUE);
        return all.filter(message -> message.id < last)
                .sorted(Comparator.comparingLong((Message message) -> message.id).reversed());
    }

    private Map<String, Object> fields(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id);
        fields.put("chat_id", message.chat.id);
        fields.put("author_id", message.authorId());
        fields.put("date", portal.clock.iso(message.date));
        fields.put("text", RenderedText.of(message, portal.directory));
        fields.put("unread", false);
        fields.put("uuid", message.uuid);
        fields.put("replaces", List.of());
        fields.put("params", message.params);
        return fields;
    }

    private Map<String, Object> user(long id) {
        EmulatedUser user = portal.directory.user(id);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", user.id);
        fields.put("active", user.active);
        fields.put("name", user.name);
        fields.put("bot", user.kind == UserKind.BOT);
        fields.put("connector", user.kind == UserKind.CUSTOMER);
        return fields;
    }
}
