package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code im.v2.Chat.*} as the user. */
final class ChatControllers {

    private static final Set<String> INPUT_ACTIONS
            = Set.of("writing", "recordingVoice", "sendingPhoto", "sendingFile", "recordingVideo");

    private final PortalState portal;
    private final DialogAccess access;
    private final ChatMessages messages;
    private final Reactions reactions;

    ChatControllers(PortalState portal) {
        this.portal = portal;
        this.access = new DialogAccess(portal);
        this.messages = new ChatMessages(portal);
        this.reactions = new Reactions(portal);
    }

    void addTo(MethodTable table) {
        table.controller("im.v2.Chat.Message").action("send", this::send).action("update", this::update)
                .action("delete", this::delete).action("read", this::read).action("tail", new MessageTail(portal)::call);
        table.controller("im.v2.Chat.Message.Reaction").action("add", this::react).action("delete", this::withdraw);
        table.controller("im.v2.Chat.InputAction").action("notify", this::inputAction);
    }

    private Object send(MethodCall call) {
        ControllerArguments arguments = new ControllerArguments(call.params());
        String dialogId = arguments.text("dialogId");
        EmulatedChat chat = access.forController(call.user(), dialogId);
        return new MessageSending(portal).send(call.caller(), chat, dialogId, arguments.fields());
    }

    private Object update(MethodCall call) {
        ControllerArguments arguments = new ControllerArguments(call.params());
        Message message = messages.visible(call.user(), arguments.number("id"));
        Map<String, Object> fields = new LinkedHashMap<>(arguments.fields().values());
        fields.put("BOT_ID", arguments.number("botId", 0));
        messages.update(call.user(), message, new LooseParams(fields));
        return true;
    }

    private Object delete(MethodCall call) {
        List<Long> ids = new ControllerArguments(call.params()).numbers("ids");
        messages.delete(call.user(), messages.visible(call.user(), ids));
        return true;
    }

    private Object read(MethodCall call) {
        List<Long> ids = new ControllerArguments(call.params()).numbers("ids");
        List<Message> read = messages.visible(call.user(), ids);
        long last = read.stream().mapToLong(message -> message.id).max().orElseThrow();
        return new Reading(portal).read(call.user(), read.get(0).chat, last);
    }

    private Object react(MethodCall call) {
        ControllerArguments arguments = new ControllerArguments(call.params());
        Message message = messages.visible(call.user(), arguments.number("messageId"));
        reactions.add(call.user(), message, arguments.text("reaction"));
        return new ArrayList<>();
    }

    private Object withdraw(MethodCall call) {
        ControllerArguments arguments = new ControllerArguments(call.params());
        Message message = messages.visible(call.user(), arguments.number("messageId"));
        reactions.delete(call.user(), message, arguments.text("reaction"));
        return new ArrayList<>();
    }

    private Object inputAction(MethodCall call) {
        ControllerArguments arguments = new ControllerArguments(call.params());
        String dialogId = arguments.text("dialogId");
        EmulatedChat chat = access.forController(call.user(), dialogId);
        String type = arguments.text("type");
        portal.footprints.add(new TypingNotice(
                call.userId(), dialogId, chat.id, INPUT_ACTIONS.contains(type) ? type : "writing", null, portal.clock.now()));
        return Map.of("result", true);
    }
}
