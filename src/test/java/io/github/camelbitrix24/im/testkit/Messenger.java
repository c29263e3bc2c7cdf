package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The chats and messages of the portal, and what happens in them. */
final class Messenger {

    private static final long FIRST_PRIVATE_CHAT = 1_000_001;
    private static final long FIRST_THREAD = 2_000_001;
    private static final int KEPT_MESSAGES = 200_000;

    private final PortalState portal;
    private final EventLogger logger;
    private final Map<Long, EmulatedChat> chats = new TreeMap<>();
    private final Map<List<Long>, EmulatedChat> privateChats = new LinkedHashMap<>();
    private final Map<Long, EmulatedChat> threads = new LinkedHashMap<>();
    private final TreeMap<Long, Message> messages = new TreeMap<>();
    private long lastMessageId = 77_000;

    Messenger(PortalState portal) {
        this.portal = portal;
        this.logger = new EventLogger(portal);
    }

    Optional<Message> message(long id) {
        return Optional.ofNullable(messages.get(id));
    }

    Stream<Message> messagesOf(EmulatedChat chat) {
        return messages.values().stream().filter(message -> message.chat == chat);
    }

    EmulatedChat dialog(EmulatedUser speaker, String dialogId) {
        return dialogId.startsWith("chat") ? chat(dialogId) : privateChat(speaker.id, Long.parseLong(dialogId));
    }

    EmulatedChat chat(String dialogId) {
        if (!dialogId.matches("chat[0-9]+")) {
            throw new IllegalArgumentException("Group chats are called chat1, chat2, …, not " + dialogId);
        }
        return chats.computeIfAbsent(Long.valueOf(dialogId.substring(4)), id -> new EmulatedChat(portal, id, ChatKind.GROUP));
    }

    private EmulatedChat privateChat(long one, long other) {
        List<Long> peers = List.of(Math.min(one, other), Math.max(one, other));
        return privateChats.computeIfAbsent(peers, key -> {
            EmulatedChat chat = new EmulatedChat(portal, FIRST_PRIVATE_CHAT + privateChats.size(), ChatKind.PRIVATE);
            peers.forEach(peer -> chat.members.add(portal.directory.user(peer).id));
            return chat;
        });
    }

    long say(EmulatedUser speaker, EmulatedChat chat, Draft draft) {
        if (!chat.isPrivate()) {
            chat.members.add(speaker.id);
        }
        return add(chat, speaker.id, draft);
    }

    long announce(EmulatedChat chat, Draft draft) {
        return add(chat, chat.owner, draft.asSystem());
    }

    private long add(EmulatedChat chat, long senderId, Draft draft) {
        Message original = draft.forwardOf() == 0 ? null : known(draft.forwardOf());
        Message message = new Message(++lastMessageId, chat, senderId, draft, original, portal.clock.now());
        messages.put(message.id, message);
        if (messages.size() > KEPT_MESSAGES) {
            messages.pollFirstEntry();
        }
        logger.messageAdded(message);
        return message.id;
    }

    long comment(EmulatedUser speaker, long messageId, Draft draft) {
        Message post = known(messageId);
        EmulatedChat thread = threads.computeIfAbsent(messageId, id -> {
            EmulatedChat chat = new EmulatedChat(portal, FIRST_THREAD + threads.size(), ChatKind.COMMENT);
            chat.name = post.chat.name;
            chat.owner = post.senderId;
            chat.parentChatId = post.chat.id;
            chat.parentMessageId = post.id;
            chats.put(chat.id, chat);
            return chat;
        });
        return say(speaker, thread, draft);
    }

    void edit(long messageId, String text) {
        if (text.isEmpty()) {
            delete(messageId);
            return;
        }
        Message message = known(messageId);
        message.edit(text);
        logger.messageUpdated(message);
    }

    void delete(long messageId) {
        Message message = known(messageId);
        message.delete();
        logger.messageDeleted(message);
    }

    void react(EmulatedUser user, long messageId, String reaction) {
        Message message = known(messageId);
        if (message.react(user.id, reaction)) {
            logger.reactionChanged(message, user, reaction, "add");
        }
    }

    boolean withdraw(EmulatedUser user, long messageId) {
        Message message = known(messageId);
        String reaction = message.reactions.get(user.id);
        if (!message.withdraw(user.id)) {
            return false;
        }
        logger.reactionChanged(message, user, reaction, "delete");
        return true;
    }

    void join(EmulatedUser user, EmulatedChat chat) {
        chat.members.add(user.id);
        logger.joined(chat, user);
    }

    void invite(EmulatedUser host, EmulatedChat chat, long... userIds) {
        List<EmulatedUser> added = LongStream.of(userIds).mapToObj(portal.directory::user).toList();
        chat.members.add(host.id);
        added.forEach(user -> chat.members.add(user.id));
        added.forEach(user -> logger.joined(chat, user));
        String names = String.join(", ", added.stream().map(user -> "[USER=" + user.id + "][/USER]").toList());
        announce(chat, Draft.text("[USER=" + host.id + "][/USER] added " + names).param("CODE", "CHAT_JOIN")
                .param("NOTIFY", "N"));
    }

    void leave(EmulatedUser user, EmulatedChat chat) {
        if (chat.openToAll) {
            chat.openToAll = false;
            portal.directory.all().forEach(member -> chat.members.add(member.id));
        }
        chat.members.remove(user.id);
    }

    private Message known(long messageId) {
        return message(messageId).orElseThrow(() -> new IllegalArgumentException("There is no message " + messageId));
    }
}
