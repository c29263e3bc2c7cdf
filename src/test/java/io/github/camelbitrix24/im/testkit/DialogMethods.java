package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code im.dialog.*}, and {@code im.message.command}, which presses a button in the user's name. */
final class DialogMethods {

    private static final Set<String> SCOPE = Set.of("im");

    private final PortalState portal;
    private final DialogAccess access;

    DialogMethods(PortalState portal) {
        this.portal = portal;
        this.access = new DialogAccess(portal);
    }

    void addTo(MethodTable table) {
        table.add("im.dialog.messages.get", SCOPE, new DialogMessages(portal)::call);
        table.add("im.dialog.writing", SCOPE, this::writing);
        table.add("im.dialog.read", SCOPE, this::read);
        table.add("im.message.command", SCOPE, new ButtonPressing(portal)::call);
    }

    private Object writing(MethodCall call) {
        String dialogId = dialogId(LooseParams.of(call));
        EmulatedChat chat = access.readable(call.user(), dialogId)
                .orElseThrow(() -> RestFailure.of("ACCESS_ERROR", "Action unavailable", 403));
        portal.footprints.add(new TypingNotice(call.userId(), dialogId, chat.id, "writing", null, portal.clock.now()));
        return true;
    }

    /** Where nothing can be marked, the answer is {@code false}. */
    private Object read(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        String dialogId = dialogId(params);
        long messageId = Php.integer(params.has("LAST_ID") ? params.get("LAST_ID") : params.get("MESSAGE_ID"));
        Optional<EmulatedChat> chat = access.readable(call.user(), dialogId);
        if (chat.isEmpty()) {
            return false;
        }
        Map<String, Object> read
                = new Reading(portal).read(call.user(), chat.get(), messageId <= 0 ? Long.MAX_VALUE : messageId);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("dialogId", dialogId);
        result.putAll(read);
        return result;
    }

    private static String dialogId(LooseParams params) {
        return DialogAccess.dialogId(params.get("DIALOG_ID") == null && params.get("CHAT_ID") != null
                ? "chat" + params.text("CHAT_ID")
                : params.text("DIALOG_ID"));
    }
}
