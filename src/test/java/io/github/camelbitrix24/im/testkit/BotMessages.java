package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code imbot.v2.Chat.Message.*}, the reactions, and what a bot shows beside messages. */
final class BotMessages {

    private static final String STATUS = "IMBOT_AGENT_ACTION_";
    private static final Set<String> STATUSES = Set.of("THINKING", "SEARCHING", "GENERATING", "ANALYZING", "PROCESSING",
            "TRANSLATING", "CONNECTING", "CHECKING", "CALCULATING", "READING_DOCS", "COMPOSING");
    private static final long LONGEST_STATUS = 600;

    private final PortalState portal;
    private final DialogAccess access;
    private final ChatMessages messages;
    private final Reactions reactions;

    BotMessages(PortalState portal) {
        this.portal = portal;
        this.access = new DialogAccess(portal);
        this.messages = new ChatMessages(portal);
        this.reactions = new Reactions(portal);
    }

    void addTo(MethodTable table) {
        BotOwnership ownership = new BotOwnership(portal);
        BotReading reading = new BotReading(portal);
        table.controller("imbot.v2.Chat.Message").action("send", ownership.owned(this::send))
                .action("update", ownership.owned(this::update)).action("delete", ownership.owned(this::delete))
                .action("read", ownership.owned(reading::read)).action("get", ownership.owned(reading::get))
                .action("getContext", ownership.owned(reading::context));
        table.controller("imbot.v2.Chat.Message.Reaction").action("add", ownership.owned(this::react))
                .action("delete", ownership.owned(this::withdraw));
        table.controller("imbot.v2.Chat.InputAction").action("notify", ownership.owned(this::inputAction));
        table.controller("imbot.v2.Chat.TextField").action("enabled", ownership.owned(this::textField));
    }

    /** Buttons with commands need not say whose they are; a menu there is not. */
    private Object send(BotCall call) {
        String dialogId = call.arguments().text("dialogId");
        EmulatedChat chat = access.forController(call.user(), dialogId);
        Map<String, Object> fields = withoutMenu(call);
        fields.put("BOT_ID", call.bot().id);
        Map<String, Object> sent = new MessageSending(portal).send(call.caller(), chat, dialogId, new LooseParams(fields));
        call.bot().messages++;
        return sent;
    }

    /** Here buttons with commands have to say whose they are, and an attachment in its short form goes. */
    private Object update(BotCall call) {
        Message message = messages.visible(call.user(), call.arguments().number("messageId"));
        Map<String, Object> fields = withoutMenu(call);
        Object attach = fields.get("ATTACH");
        if (attach instanceof Collection<?> || attach instanceof String text && text.stripLeading().startsWith("[")) {
            fields.put("ATTACH", "N");
        }
        messages.update(call.user(), message, new LooseParams(fields));
        return BotCall.DONE;
    }

    private static Map<String, Object> withoutMenu(BotCall call) {
        Map<String, Object> fields = new LinkedHashMap<>(call.fields().values());
        fields.remove("MENU");
        fields.remove("BOT_ID");
        return fields;
    }

    /** What may not be deleted stays, without a word; complete deletion asks nobody. */
    private Object delete(BotCall call) {
        Message message = messages.visible(call.user(), call.arguments().number("messageId"));
        if (ControllerArguments.isYes(call.original().params().get("complete"))) {
            portal.messenger.delete(message.id, true);
        } else {
            messages.delete(call.user(), List.of(message));
        }
        return BotCall.DONE;
    }

    private Object react(BotCall call) {
        Message message = messages.visible(call.user(), call.arguments().number("messageId"));
        reactions.add(call.user(), message, call.arguments().text("reaction"));
        return BotCall.DONE;
    }

    private Object withdraw(BotCall call) {
        Message message = messages.visible(call.user(), call.arguments().number("messageId"));
        reactions.delete(call.user(), message, call.arguments().text("reaction"));
        return BotCall.DONE;
    }

    private Object inputAction(BotCall call) {
        ControllerArguments arguments = call.arguments();
        String dialogId = arguments.text("dialogId");
        EmulatedChat chat = access.forController(call.user(), dialogId);
        String code = arguments.text("statusMessageCode", "");
        boolean known = code.startsWith(STATUS) && STATUSES.contains(code.substring(STATUS.length()));
        Duration duration = call.original().params().get("duration") == null
                ? null
                : Duration.ofSeconds(Math.max(1, Math.min(LONGEST_STATUS, arguments.number("duration"))));
        portal.footprints.add(new TypingNotice(
                call.bot().id, dialogId, chat.id, known ? code : "", duration, portal.clock.now()));
        return BotCall.DONE;
    }

    private Object textField(BotCall call) {
        ControllerArguments arguments = call.arguments();
        EmulatedChat chat = access.forController(call.user(), arguments.text("dialogId"));
        chat.textField = ControllerArguments.isYes(arguments.text("enabled"));
        return BotCall.DONE;
    }
}
