package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code imbot.v2.Command.answer}: for ten minutes a bot may answer a command where it was given, as itself where it is
 * in the chat, else as a note of the chat; afterwards it is told that it has, and nothing is posted.
 */
record CommandAnswer(PortalState portal) {

    Object call(BotCall call) {
        EmulatedBot bot = call.bot();
        if (!bot.commands.containsKey(call.arguments().number("commandId"))) {
            throw failed();
        }
        Message message = portal.messenger.message(call.arguments().number("messageId"))
                .orElseThrow(CommandAnswer::failed);
        if (bot.isAnswerable(message.chat.id)) {
            post(call, message.chat);
        }
        return BotCall.DONE;
    }

    private void post(BotCall call, EmulatedChat chat) {
        Map<String, Object> fields = new LinkedHashMap<>(call.fields().values());
        fields.put("BOT_ID", call.bot().id);
        if (chat.has(call.user())) {
            new MessageSending(portal).send(call.caller(), chat, chat.dialogId(call.bot().id), new LooseParams(fields));
        } else {
            portal.messenger.announce(chat, Draft.text("[b]" + call.bot().profile.fullName() + "[/b]\n"
                                                       + new LooseParams(fields).text("MESSAGE")));
        }
        call.bot().messages++;
    }

    private static RestFailure failed() {
        return RestFailure.of("COMMAND_ANSWER_FAILED");
    }
}
