package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code im.message.*}: what applications say in a user's name. */
final class MessageMethods {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PortalState portal;
    private final Map<String, Long> byTemplateId = new HashMap<>();
    private final List<SentMessage> sent = new ArrayList<>();

    MessageMethods(PortalState portal) {
        this.portal = portal;
        portal.sent = sent;
    }

    void addTo(MethodTable table) {
        table.add("im.message.add", "im", this::add);
    }

    private Object add(MethodCall call) {
        Map<String, Object> params = call.upperCased();
        String text = text(params, "MESSAGE");
        if (text.isEmpty() && !params.containsKey("ATTACH")) {
            throw RestFailure.of("MESSAGE_EMPTY", "Message can't be empty", 400);
        }
        String dialogId = text(params, "DIALOG_ID");
        EmulatedUser user = call.caller().user();
        EmulatedChat chat = new DialogId(portal).chatFor(user, dialogId);
        String templateId = params.containsKey("TEMPLATE_ID") ? text(params, "TEMPLATE_ID") : null;
        if (templateId != null && byTemplateId.containsKey(templateId)) {
            return byTemplateId.get(templateId);
        }
        long id = portal.messenger.say(user, chat, draft(params, chat, text, templateId));
        sent.add(new SentMessage(id, user.id, dialogId, text, templateId));
        if (templateId != null) {
            byTemplateId.put(templateId, id);
        }
        return id;
    }

    private Draft draft(Map<String, Object> params, EmulatedChat chat, String text, String templateId) {
        Draft draft = Draft.text(text).templateId(templateId);
        for (String structure : List.of("ATTACH", "KEYBOARD", "MENU")) {
            if (params.containsKey(structure)) {
                draft = draft.param(structure, structure(structure, params.get(structure)));
            }
        }
        if (params.containsKey("REPLY_ID")) {
            draft = draft.replyTo(repliedTo(text(params, "REPLY_ID"), chat));
        }
        return text(params, "SYSTEM").equals("Y") ? draft.asSystem() : draft;
    }

    private long repliedTo(String replyId, EmulatedChat chat) {
        Message message = portal.messenger.message(replyId.matches("[0-9]{1,18}") ? Long.parseLong(replyId) : 0)
                .orElseThrow(() -> RestFailure.of("REPLY_ACCESS_ERROR", "Action unavailable", 403));
        if (message.chat != chat) {
            throw RestFailure.of("REPLY_FROM_OTHER_CHAT_ERROR", "You can only reply to a message within the same chat", 403);
        }
        return message.id;
    }

    private static Object structure(String name, Object value) {
        try {
            Object parsed = value instanceof String text && !text.equals("N") ? JSON.readValue(text, Object.class) : value;
            if (parsed instanceof Map || parsed instanceof List || "N".equals(parsed)) {
                return parsed;
            }
        } catch (IOException e) {
            throw incorrect(name);
        }
        throw incorrect(name);
    }

    private static RestFailure incorrect(String name) {
        return RestFailure.of(name + "_ERROR", "Incorrect " + name.toLowerCase() + " params", 400);
    }

    private static String text(Map<String, Object> params, String name) {
        Object value = params.get(name);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }
}
