package io.github.camelbitrix24.im.testkit;

import io.github.camelbitrix24.im.testkit.Behaviour.PrivateButtons;

/**
 * {@code im.message.command}: whoever is in the chat may press any command with any parameters. In a private dialog the
 * command is looked for in the body of a form, so that a call with JSON is answered as a press, and presses nothing.
 */
record ButtonPressing(PortalState portal) {

    Object call(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        long messageId = MessageMethods.id(params);
        long botId = Php.integer(params.get("BOT_ID"));
        portal.directory.find(botId).filter(bot -> bot.kind == UserKind.BOT)
                .orElseThrow(() -> RestFailure.of("BOT_ID_ERROR", "Bot ID can't be empty", 400));
        String command = params.text("COMMAND").replaceFirst("^/", "");
        if (command.isEmpty()) {
            throw RestFailure.of("COMMAND_ERROR", "Command ID can't be empty", 400);
        }
        Message message = portal.messenger.message(messageId)
                .filter(known -> !known.deleted && new DialogAccess(portal).mayRead(call.user(), known))
                .orElseThrow(() -> RestFailure.of("PARAMS_ERROR", "Incorrect params", 400));
        if (call.form() || !message.chat.isPrivate() || portal.behaviours.is(PrivateButtons.ANY_BODY)) {
            new MessageButtons(portal).command(call.user(), message, botId, command, params.text("COMMAND_PARAMS"),
                    "keyboard");
        }
        return true;
    }
}
