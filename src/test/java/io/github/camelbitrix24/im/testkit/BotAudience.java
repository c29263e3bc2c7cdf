package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.Behaviour.EditsOfBots;
import io.github.camelbitrix24.im.testkit.Behaviour.Revision;

/** Which bots hear of a message. */
record BotAudience(PortalState portal) {

    /** Bots never hear what bots say, nor what the portal itself says. */
    List<EmulatedBot> ofNew(Message message) {
        return message.system || isOfBot(message) ? List.of() : addressed(message);
    }

    /**
     * In groups nobody looks at who wrote the message that is changed or deleted, so that bots hear of those of bots,
     * their own included.
     */
    List<EmulatedBot> ofChange(Message message) {
        boolean unheard = message.chat.isPrivate() || portal.behaviours.is(EditsOfBots.NOT_HEARD);
        return message.system || isOfBot(message) && unheard ? List.of() : addressed(message);
    }

    private List<EmulatedBot> addressed(Message message) {
        EmulatedChat chat = message.chat;
        Predicate<EmulatedBot> hears = chat.isPrivate() ? bot -> true
                : chat.kind.equals(ChatKind.OPEN_LINE) ? bot -> bot.supportsOpenLines
                : bot -> bot.hearsEverything() || isMentioned(bot, message) || isAnswered(bot, message);
        return portal.bots.all().stream().filter(bot -> chat.has(bot.user)).filter(hears).toList();
    }

    private static boolean isMentioned(EmulatedBot bot, Message message) {
        return Pattern.compile("\\[USER=" + bot.id + "(?: [^]]*)?]", Pattern.CASE_INSENSITIVE).matcher(message.lastText())
                .find();
    }

    private boolean isAnswered(EmulatedBot bot, Message message) {
        return portal.behaviours.is(Revision.R35) && message.repliedTo().flatMap(portal.messenger::message)
                .filter(replied -> replied.authorId() == bot.id).isPresent();
    }

    private boolean isOfBot(Message message) {
        return portal.directory.user(message.senderId).kind == UserKind.BOT;
    }
}
