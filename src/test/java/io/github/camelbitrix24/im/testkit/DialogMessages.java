package io.github.camelbitrix24.im.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
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
        EmulatedChat chat = new DialogAccess(portal).forReading(call.user(), dialogId(params));
        List<Message> messages = selected(chat, params)
                .limit(Math.max(1, Math.min(LARGEST_LIMIT, params.id("LIMIT").orElse(DEFAULT_LIMIT)))).toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("chat_id", chat.id);
        result.put("messages", messages.stream().map(message -> fields(message, call.user())).toList());
        result.put("users", messages.stream().map(Message::authorId).filter(id -> id > 0).distinct().map(this::user).toList());
        result.put("files", new FileFields(portal).shownBy(messages));
        return result;
    }

    private static String dialogId(LooseParams params) {
        return Php.integer(params.get("CHAT_ID")) > 0 ? "chat" + Php.integer(params.get("CHAT_ID")) : params.text("DIALOG_ID");
    }

    /** {@code FIRST_ID} decides; with 0 the history begins at its beginning. */
    private Stream<Message> selected(EmulatedChat chat, LooseParams params) {
        Stream<Message> all = portal.messenger.messagesOf(chat);
        if (params.get("FIRST_ID") != null) {
            long first = number("First", params.id("FIRST_ID"));
            return all.filter(message -> message.id > first);
        }
        long last = params.get("LAST_ID") == null ? 0 : number("Last", params.id("LAST_ID"));
        return all.filter(message -> last == 0 || message.id < last)
                .sorted(Comparator.comparingLong((Message message) -> message.id).reversed());
    }

    private static long number(String name, OptionalLong id) {
        return id.orElseThrow(() -> RestFailure.of(name.toUpperCase(Locale.ROOT) + "_ID_STRING",
                name + " ID can't be string", 400));
    }

    private Map<String, Object> fields(Message message, EmulatedUser reader) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id);
        fields.put("chat_id", message.chat.id);
        fields.put("author_id", message.authorId());
        fields.put("date", portal.clock.iso(message.date));
        fields.put("text", RenderedText.of(message, portal.directory));
        fields.put("unread",
                message.authorId() != reader.id && message.id > message.chat.readMarks.getOrDefault(reader.id, 0L));
        fields.put("uuid", message.uuid);
        fields.put("replaces", List.of());
        fields.put("params", message.params);
        return fields;
    }

    private Map<String, Object> user(long id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        new Payloads(portal).user(portal.directory.user(id))
                .forEach((name, value) -> fields.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value));
        return fields;
    }
}
