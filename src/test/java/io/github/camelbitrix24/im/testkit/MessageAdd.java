package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code im.message.add}. */
final class MessageAdd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_ATTACHMENT = 60_000;

    private final PortalState portal;

    MessageAdd(PortalState portal) {
        this.portal = portal;
    }

    Object call(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        String text = params.text("MESSAGE");
        if (text.isEmpty() && !params.has("ATTACH")) {
            throw RestFailure.of("MESSAGE_EMPTY", "Message can't be empty", 400);
        }
        String dialogId = params.text("DIALOG_ID");
        EmulatedUser user = call.caller().user();
        EmulatedChat chat = new DialogId(portal).chatFor(user, dialogId);
        String templateId = params.has("TEMPLATE_ID") ? params.text("TEMPLATE_ID") : null;
        Draft draft = draft(params, chat).templateId(templateId);
        return portal.outbox.once(templateId, () -> {
            long id = portal.messenger.say(user, chat, draft);
            portal.outbox.add(new SentMessage(id, user.id, dialogId, text, templateId));
            return id;
        });
    }

    private Draft draft(LooseParams params, EmulatedChat chat) {
        Draft draft = Draft.text(params.text("MESSAGE"));
        for (String name : List.of("ATTACH", "KEYBOARD", "MENU")) {
            if (params.has(name)) {
                draft = draft.param(name, structure(name, params.get(name)));
            }
        }
        if (params.has("REPLY_ID")) {
            draft = draft.replyTo(repliedTo(params.id("REPLY_ID").orElse(0), chat));
        }
        return params.text("SYSTEM").equals("Y") ? draft.asSystem() : draft;
    }

    private long repliedTo(long replyId, EmulatedChat chat) {
        Message message = portal.messenger.message(replyId)
                .orElseThrow(() -> RestFailure.of("REPLY_ACCESS_ERROR", "Action unavailable", 403));
        if (message.chat != chat) {
            throw RestFailure.of("REPLY_FROM_OTHER_CHAT_ERROR", "You can only reply to a message within the same chat", 403);
        }
        return message.id;
    }

    private static Object structure(String name, Object value) {
        Object parsed = value instanceof String text && !text.equals("N") ? parsed(name, text) : value;
        if (!(parsed instanceof Map || parsed instanceof List || "N".equals(parsed))) {
            throw incorrect(name);
        }
        if (name.equals("ATTACH") && WireJson.bytes(parsed).length > LARGEST_ATTACHMENT) {
            throw RestFailure.of("ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach", 400);
        }
        return parsed;
    }

    private static Object parsed(String name, String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (IOException e) {
            throw incorrect(name);
        }
    }

    private static RestFailure incorrect(String name) {
        return RestFailure.of(name + "_ERROR", "Incorrect " + name.toLowerCase(Locale.ROOT) + " params", 400);
    }
}
