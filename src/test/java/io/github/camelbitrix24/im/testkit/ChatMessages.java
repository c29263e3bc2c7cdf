package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;

/** Which messages a controller finds for a user, and what becomes of those that are changed or deleted. */
record ChatMessages(PortalState portal) {

    private static final int MOST = 100;

    /** @throws RestFailure if there is none, or not for this user */
    Message visible(EmulatedUser user, long id) {
        Message message = portal.messenger.message(id)
                .orElseThrow(() -> RestFailure.of("MESSAGE_NOT_FOUND"));
        if (!new DialogAccess(portal).mayRead(user, message)) {
            throw denied();
        }
        return message;
    }

    /** @throws RestFailure if there is none at all, they are too many, of several chats, or not for this user */
    List<Message> visible(EmulatedUser user, List<Long> ids) {
        if (ids.size() > MOST) {
            throw tooMany();
        }
        List<Message> found = ids.stream().distinct().flatMap(id -> portal.messenger.message(id).stream()).toList();
        if (found.isEmpty()) {
            throw RestFailure.of("MESSAGE_NOT_FOUND");
        }
        if (found.stream().map(message -> message.chat).distinct().count() > 1) {
            throw RestFailure.of("MESSAGES_IN_DIFFERENT_CHAT_ERROR", "Messages are in different chats", 400);
        }
        return found.stream().map(message -> visible(user, message.id)).toList();
    }

    /**
     * Whoever wrote a message may change it at any time, and a bot in an open line that of anybody. What has no text,
     * no attachment and no file any more is deleted; that it was edited is noted only if somebody had seen it. Unlike
     * an update by {@code im.message.update}, this one leaves an event.
     */
    void update(EmulatedUser editor, Message message, LooseParams fields) {
        boolean may = message.authorId() == editor.id
                || editor.kind == UserKind.BOT && message.chat.kind.equals(ChatKind.OPEN_LINE) && !message.system;
        if (!may || message.deleted || message.forward != null) {
            throw denied();
        }
        if (fields.get("MESSAGE") != null && !(fields.get("MESSAGE") instanceof String)) {
            throw RestFailure.of("EMPTY_MESSAGE", "Wrong message type", 400);
        }
        Map<String, Object> parts = MessageParts.ofControllers(portal.clock).changes(fields);
        message.change(parts);
        String text = fields.get("MESSAGE") == null ? message.text() : Php.trimmed(fields.text("MESSAGE"));
        if (text.isEmpty() && message.part("ATTACH").isEmpty() && message.part("FILE_ID").isEmpty()) {
            portal.messenger.delete(message.id);
            return;
        }
        if (!text.equals(message.text())) {
            message.edit(text);
        }
        if (!message.viewers().isEmpty()) {
            message.markEdited();
        }
        portal.messenger.updated(message);
    }

    /** What somebody else wrote stays, without a word. */
    void delete(EmulatedUser deleter, List<Message> messages) {
        messages.stream().filter(message -> message.authorId() == deleter.id)
                .forEach(message -> portal.messenger.delete(message.id));
    }

    static RestFailure denied() {
        return RestFailure.of("MESSAGE_ACCESS_DENIED");
    }

    static RestFailure tooMany() {
        return RestFailure.of("TOO_MANY_MESSAGES", "Too many messages", 400);
    }
}
