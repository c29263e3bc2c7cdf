package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code im.v2.Chat.Message.send} does, and the same for bots: more than {@code im.message.add}, it forwards, and
 * its answers are never ignored.
 */
record MessageSending(PortalState portal) {

    private static final int MOST_FORWARDS = 100;

    /** @throws RestFailure if the message is not fit to be sent, or its author may not write there */
    Map<String, Object> send(Caller caller, EmulatedChat chat, String dialogId, LooseParams fields) {
        EmulatedUser author = caller.user();
        if (!chat.isPrivate() && !new DialogAccess(portal).mayWrite(author, chat)) {
            throw DialogAccess.denied();
        }
        Map<String, Message> forwards = forwards(author, fields);
        boolean alone = forwards.isEmpty() || fields.get("MESSAGE") != null || fields.get("ATTACH") != null;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", alone ? post(caller, chat, dialogId, fields) : null);
        Map<String, Object> uuids = new LinkedHashMap<>();
        forwards.forEach((uuid, message) -> uuids.put(uuid,
                portal.messenger.say(author, chat, Draft.forwardOf(message.id).templateId(uuid))));
        result.put("uuidMap", uuids);
        return result;
    }

    private long post(Caller caller, EmulatedChat chat, String dialogId, LooseParams fields) {
        String text = text(fields);
        boolean system = ControllerArguments.isYes(fields.get("SYSTEM")) && !chat.isPrivate()
                && !caller.user().kind.isOutsider();
        Draft draft = Draft.text(system ? Posting.signed(text, caller) : text);
        for (Map.Entry<String, Object> part : MessageParts.ofControllers(portal.clock).of(fields).entrySet()) {
            draft = draft.param(part.getKey(), part.getValue());
        }
        long replyId = Php.integer(fields.get("REPLY_ID"));
        if (replyId > 0) {
            draft = draft.replyTo(portal.messenger.message(replyId).filter(message -> message.chat == chat)
                    .orElseThrow(() -> RestFailure.of("REPLY_ERROR", "Action unavailable", 400)).id);
        }
        if (system) {
            draft = draft.asSystem();
        } else if (TemplateIds.isOne(fields.text("TEMPLATE_ID"))) {
            draft = draft.templateId(fields.text("TEMPLATE_ID"));
        }
        return new Posting(portal).post(caller.user(), chat, draft, dialogId, fields,
                () -> RestFailure.of("SENDING_FAILED"));
    }

    private static String text(LooseParams fields) {
        Object text = fields.get("MESSAGE");
        if (text != null && !(text instanceof String)) {
            throw RestFailure.of("EMPTY_MESSAGE", "Wrong message type", 400);
        }
        String trimmed = Php.trimmed(fields.text("MESSAGE"));
        if (trimmed.isEmpty() && !Php.isTrue(fields.get("ATTACH"))) {
            throw RestFailure.of("EMPTY_MESSAGE", "Message can't be empty", 400);
        }
        return trimmed;
    }

    private Map<String, Message> forwards(EmulatedUser author, LooseParams fields) {
        Map<String, Message> forwards = new LinkedHashMap<>();
        if (!(fields.get("FORWARD_IDS") instanceof Map<?, ?> sent)) {
            return forwards;
        }
        if (sent.size() > MOST_FORWARDS) {
            throw ChatMessages.tooMany();
        }
        sent.forEach((uuid, id) -> {
            if (!TemplateIds.isOne(uuid.toString())) {
                throw RestFailure.of("WRONG_UUID", "Wrong UUID", 400);
            }
            forwards.put(uuid.toString(), new ChatMessages(portal).visible(author, Php.integer(id)));
        });
        return forwards;
    }
}
