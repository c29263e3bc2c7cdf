package io.github.camelbitrix24.im.testkit;

import java.util.Map;

/** What happens when a person presses a button of a message, or chooses from its menu. */
record MessageButtons(PortalState portal) {

    /** @param part {@code KEYBOARD} or {@code MENU} */
    void choose(EmulatedUser user, long messageId, String part, String text) {
        Message message = portal.messenger.known(messageId);
        Map<?, ?> button = message.part(part).stream().filter(Map.class::isInstance).map(shown -> (Map<?, ?>) shown)
                .filter(shown -> text.equals(shown.get("TEXT"))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Message " + messageId + " has no \"" + text + "\""));
        if ("Y".equals(button.get("DISABLED"))) {
            throw new IllegalArgumentException("\"" + text + "\" of message " + messageId + " is disabled");
        }
        if (button.containsKey("COMMAND")) {
            command(user, message, Php.integer(button.get("BOT_ID")), button.get("COMMAND").toString(),
                    String.valueOf(button.get("COMMAND_PARAMS")), part.equals("MENU") ? "menu" : "keyboard");
        } else if ("SEND".equals(button.get("ACTION"))) {
            portal.messenger.say(user, message.chat, Draft.text(button.get("ACTION_VALUE").toString()));
        }
    }

    /** The button locks others only where it is shown, so anything may be pressed at any time. */
    void command(EmulatedUser user, Message message, long botId, String command, String params, String context) {
        portal.footprints.add(new ButtonPress(user.id, message.id, botId, command, params));
        portal.bots.find(botId)
                .ifPresent(bot -> portal.botEvents.chosen(bot, command, params, context, message, user));
    }
}
