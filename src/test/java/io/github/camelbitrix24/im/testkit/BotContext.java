package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;

/** {@code im.v2.Chat.Bot.sendContext}: anybody may hand the bots of a dialog any object. */
record BotContext(PortalState portal) {

    void addTo(MethodTable table) {
        table.controller("im.v2.Chat.Bot").action("sendContext", this::call);
    }

    private Object call(MethodCall call) {
        ControllerArguments arguments = new ControllerArguments(call.params());
        EmulatedChat chat = new DialogAccess(portal).forController(call.user(), arguments.text("dialogId"));
        if (!send(call.user(), chat, arguments.object("context"))) {
            throw RestFailure.of("BOT_CONTEXT_ERROR");
        }
        return BotCall.DONE;
    }

    boolean send(EmulatedUser sender, EmulatedChat chat, Map<?, ?> context) {
        List<EmulatedBot> there = portal.bots.all().stream().filter(bot -> chat.has(bot.user)).toList();
        there.forEach(bot -> portal.botEvents.contextSent(bot, chat, sender, context));
        return !there.isEmpty();
    }
}
