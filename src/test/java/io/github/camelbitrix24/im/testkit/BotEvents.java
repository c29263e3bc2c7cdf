package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes events into the queues of bots, which need no subscription. A bot whose events are sent to an address of its
 * own has an empty queue; nothing is sent there.
 */
final class BotEvents {

    private static final String PREFIX = "ONIMBOTV2";

    private final PortalState portal;
    private final Payloads payloads;
    private final BotAudience audience;

    BotEvents(PortalState portal) {
        this.portal = portal;
        this.payloads = new Payloads(portal);
        this.audience = new BotAudience(portal);
    }

    /** What is a command is nothing else, for no bot. */
    void messageAdded(Message message) {
        if (portal.bots.all().isEmpty()) {
            return;
        }
        List<EmulatedBot> hearing = audience.ofNew(message);
        boolean silent = message.system || portal.directory.user(message.senderId).kind == UserKind.BOT;
        List<SlashCommands.Invocation> commands = silent ? List.of() : new SlashCommands(portal).in(message);
        if (commands.isEmpty()) {
            hearing.forEach(bot -> record(bot, "MESSAGEADD", message.chat, message.senderId,
                    payloads.message(message, bot.id)));
        }
        commands.forEach(command -> commanded(command.bot(), command.command(), command.params(), "textarea", message,
                message.senderId));
    }

    void messageUpdated(Message message) {
        audience.ofChange(message).forEach(bot -> record(bot, "MESSAGEUPDATE", message.chat, message.senderId,
                payloads.message(message, bot.id)));
    }

    /** Who would hear of it if the message were deleted now. */
    List<EmulatedBot> hearersOfDeletion(Message message) {
        return audience.ofChange(message);
    }

    void messageDeleted(Message message, List<EmulatedBot> hearers) {
        hearers.forEach(bot -> record(bot, "MESSAGEDELETE", message.chat, message.senderId,
                payloads.deletion(message, bot.id)));
    }

    /** Only whose message it is hears of it, also if it is the bot itself that reacts. */
    void reactionChanged(Message message, EmulatedUser user, String reaction, String action) {
        portal.bots.find(message.authorId()).filter(bot -> bot.reactionsEnabled)
                .ifPresent(bot -> record(bot, "REACTIONCHANGE", message.chat, user.id,
                        payloads.reaction(message, user, reaction, action, bot.id)));
    }

    void joined(EmulatedBot bot, EmulatedChat chat, EmulatedUser host) {
        bot.chats.add(chat.id);
        record(bot, "JOINCHAT", chat, host.id, payloads.join(chat, host, bot.id));
    }

    void contextSent(EmulatedBot bot, EmulatedChat chat, EmulatedUser sender, Map<?, ?> context) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dialogId", chat.dialogId(bot.id));
        data.put("context", context);
        payloads.join(chat, sender, bot.id).forEach(data::putIfAbsent);
        record(bot, "CONTEXTGET", chat, sender.id, data);
    }

    /**
     * A person has chosen a button, or an item of a menu, of a bot's message: the event is about that message, and in a
     * private dialog it does not tell the chat.
     */
    void chosen(EmulatedBot bot, String command, String params, String context, Message message, EmulatedUser user) {
        bot.commands.values().stream().filter(known -> known.name().equals(command)).findFirst()
                .ifPresent(known -> commanded(bot, known, params, context, message, user.id));
    }

    private void commanded(
            EmulatedBot bot, BotCommand command, String params, String context, Message message, long userId) {
        Map<String, Object> invoked = new LinkedHashMap<>();
        invoked.put("id", command.id());
        invoked.put("command", "/" + command.name());
        invoked.put("params", params);
        invoked.put("context", context);
        bot.mayAnswerIn(message.chat.id);
        boolean chatIsTold = context.equals("textarea") || !message.chat.isPrivate();
        record(bot, "COMMANDADD", message.chat, userId, payloads.command(invoked, message, chatIsTold, userId, bot.id));
    }

    private void record(EmulatedBot bot, String type, EmulatedChat chat, long userId, Map<String, Object> data) {
        bot.people.add(userId);
        if (!bot.fetching || !chat.kind.logsEvents() || portal.log.losesEvent()) {
            return;
        }
        data.put("bot", bot.ownerFields());
        portal.log.record(bot.id, PREFIX + type, WireJson.bytes(data));
    }
}
