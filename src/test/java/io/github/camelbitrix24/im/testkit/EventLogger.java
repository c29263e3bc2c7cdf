package io.github.camelbitrix24.im.testkit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.Behaviour.ReactionAction;

/** Decides whose queue an event goes to, and writes it there. */
final class EventLogger {

    private final PortalState portal;
    private final Payloads payloads;
    private final UnheardNotice notice;

    EventLogger(PortalState portal) {
        this.portal = portal;
        this.payloads = new Payloads(portal);
        this.notice = new UnheardNotice(portal);
    }

    void messageAdded(Message message) {
        portal.postedEvents.record(() -> {
            log("ONIMV2MESSAGEADD", message.chat, readers(message), reader -> payloads.message(message, reader));
            portal.botEvents.messageAdded(message);
        });
    }

    void messageUpdated(Message message) {
        log("ONIMV2MESSAGEUPDATE", message.chat, readers(message), reader -> payloads.message(message, reader));
        portal.botEvents.messageUpdated(message);
    }

    void messageDeleted(Message message) {
        log("ONIMV2MESSAGEDELETE", message.chat, readers(message), reader -> payloads.deletion(message, reader));
    }

    void reactionChanged(Message message, EmulatedUser user, String reaction, String action) {
        String written = portal.behaviours.is(ReactionAction.EMPTY) ? "" : action;
        log("ONIMV2REACTIONCHANGE", message.chat, members(message.chat, someone -> someone.kind != UserKind.BOT),
                reader -> payloads.reaction(message, user, reaction, written, reader));
        portal.botEvents.reactionChanged(message, user, reaction, action);
    }

    /** Users are told who came, a bot is told who brought it. */
    void joined(EmulatedChat chat, EmulatedUser user, EmulatedUser host) {
        if (chat.kind.logsJoins()) {
            log("ONIMV2JOINCHAT", chat, members(chat, someone -> someone.kind != UserKind.BOT),
                    reader -> payloads.join(chat, user, reader));
            portal.bots.find(user.id).ifPresent(bot -> portal.botEvents.joined(bot, chat, host));
        }
    }

    /** Whichever side begins it, only a bot is told. */
    void privateChatBegun(EmulatedChat chat) {
        for (EmulatedBot bot : portal.bots.all()) {
            if (chat.members.contains(bot.id)) {
                portal.botEvents.joined(bot, chat, portal.directory.user(chat.peerOf(bot.id)));
            }
        }
    }

    /**
     * In a private chat nobody asks whether the addressee still works here: the sender comes first, then the other, and
     * a note to oneself counts for both sides.
     */
    private List<Long> readers(Message message) {
        EmulatedChat chat = message.chat;
        return chat.isPrivate()
                ? List.of(message.senderId, chat.peerOf(message.senderId))
                : members(chat, someone -> someone.active);
    }

    private List<Long> members(EmulatedChat chat, Predicate<EmulatedUser> wanted) {
        Set<Long> members = new LinkedHashSet<>(membersOf(chat));
        if (chat.kind == ChatKind.COMMENT) {
            members.retainAll(membersOf(portal.messenger.chat("chat" + chat.parentChatId)));
        }
        return members.stream().filter(member -> wanted.test(portal.directory.user(member))).toList();
    }

    private Collection<Long> membersOf(EmulatedChat chat) {
        if (!chat.openToAll) {
            return chat.members;
        }
        Stream<Long> everyone
                = portal.directory.all().stream().filter(user -> user.kind != UserKind.CUSTOMER).map(user -> user.id);
        return Stream.concat(chat.members.stream(), everyone).distinct().toList();
    }

    private void log(String type, EmulatedChat chat, List<Long> readers, LongFunction<Map<String, Object>> payload) {
        List<Long> recorded = readers.stream().filter(portal.log::isRecorded).toList();
        if (recorded.isEmpty() && chat.kind.logsEvents()) {
            notice.nobodyIsTold(chat, readers);
        }
        if (recorded.isEmpty() || !chat.kind.logsEvents() || portal.log.losesEvent()) {
            return;
        }
        byte[] shared = null;
        for (long reader : recorded) {
            shared = shared == null || chat.isPrivate() ? WireJson.bytes(payload.apply(reader)) : shared;
            portal.log.record(reader, type, shared);
        }
    }
}
