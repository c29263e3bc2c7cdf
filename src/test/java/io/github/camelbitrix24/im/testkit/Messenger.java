package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The chats and messages of the portal, and what happens in them. */
final class Messenger {

    private static final long FIRST_CREATED_CHAT = 900_001;
    private static final long FIRST_PRIVATE_CHAT = 1_000_001;
    private static final long FIRST_THREAD = 2_000_001;
    private static final long WORKGROUPS = 3_000_000;
    private static final Pattern GROUP = Pattern.compile("chat([0-9]{1,18})");
    private static final Pattern WORKGROUP = Pattern.compile("sg([0-9]{1,17})");
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
        return everSaid(id).filter(message -> !message.gone);
    }

    /** Also one that is gone without a trace. */
    Optional<Message> everSaid(long id) {
        return Optional.ofNullable(messages.get(id));
    }

    Stream<Message> messagesOf(EmulatedChat chat) {
        return messages.values().stream().filter(message -> message.chat == chat && !message.gone);
    }

    EmulatedChat dialog(EmulatedUser speaker, String dialogId) {
        return dialogId.startsWith("chat") || dialogId.startsWith("sg")
                ? chat(dialogId)
                : privateChat(speaker.id, Long.parseLong(dialogId));
    }

    EmulatedChat chat(String dialogId) {
        Matcher workgroup = WORKGROUP.matcher(dialogId);
        if (workgroup.matches()) {
            return chats.computeIfAbsent(WORKGROUPS + Long.parseLong(workgroup.group(1)),
                    id -> new EmulatedChat(portal, id, ChatKind.WORKGROUP).ofWorkgroup(workgroup.group(1)));
        }
        return chats.computeIfAbsent(groupId(dialogId), id -> new EmulatedChat(portal, id, ChatKind.GROUP));
    }

    /** The group chat if there is one. */
    Optional<EmulatedChat> find(String dialogId) {
        Matcher workgroup = WORKGROUP.matcher(dialogId);
        return Optional.ofNullable(chats.get(
                workgroup.matches() ? WORKGROUPS + Long.parseLong(workgroup.group(1)) : Long.valueOf(groupId(dialogId))));
    }

    /** All chats, private ones as well. */
    Stream<EmulatedChat> chats() {
        return Stream.concat(chats.values().stream(), privateChats.values().stream());
    }

    Optional<EmulatedChat> byId(long id) {
        return Optional.ofNullable(chats.get(id))
                .or(() -> privateChats.values().stream().filter(chat -> chat.id == id).findFirst());
    }

    private static long groupId(String dialogId) {
        Matcher group = GROUP.matcher(dialogId);
        if (!group.matches()) {
            throw new IllegalArgumentException(
                    "Group chats are called chat1, chat2, …, or sg1 for that of a workgroup, not " + dialogId);
        }
        return Long.parseLong(group.group(1));
    }

    /** The private chat if somebody has said something in it. */
    Optional<EmulatedChat> findPrivate(long one, long other) {
        return Optional.ofNullable(privateChats.get(peers(one, other)));
    }

    /** A group chat that an application makes; whoever makes it is in it, and everybody hears who came. */
    EmulatedChat create(EmulatedUser founder, String name) {
        long id = FIRST_CREATED_CHAT;
        while (chats.containsKey(id)) {
            id++;
        }
        EmulatedChat chat = new EmulatedChat(portal, id, ChatKind.GROUP);
        chat.openToAll = false;
        chat.name = name;
        chat.owner = founder.id;
        chats.put(id, chat);
        join(founder, chat);
        return chat;
    }

    /** Whether both are known to be in a group chat. */
    boolean share(long one, long other) {
        return chats.values().stream().anyMatch(chat -> chat.members.containsAll(List.of(one, other)));
    }

    private static List<Long> peers(long one, long other) {
        return List.of(Math.min(one, other), Math.max(one, other));
    }

    private EmulatedChat privateChat(long one, long other) {
        List<Long> peers = peers(one, other);
        EmulatedChat known = privateChats.get(peers);
        if (known != null) {
            return known;
        }
        EmulatedChat chat = new EmulatedChat(portal, FIRST_PRIVATE_CHAT + privateChats.size(), ChatKind.PRIVATE);
        peers.forEach(peer -> chat.members.add(portal.directory.user(peer).id));
        privateChats.put(peers, chat);
        logger.privateChatBegun(chat);
        return chat;
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

    long reply(EmulatedUser speaker, long messageId, Draft draft) {
        return say(speaker, known(messageId).chat, draft.replyTo(messageId));
    }

    long comment(EmulatedUser speaker, long messageId, Draft draft) {
        return say(speaker, thread(messageId), draft);
    }

    /** The thread under a post: its author is in it, and whoever comments or follows. */
    EmulatedChat thread(long messageId) {
        Message post = known(messageId);
        return threads.computeIfAbsent(messageId, id -> {
            EmulatedChat chat = new EmulatedChat(portal, FIRST_THREAD + threads.size(), ChatKind.COMMENT);
            chat.name = post.chat.name;
            chat.owner = post.senderId;
            chat.parentChatId = post.chat.id;
            chat.parentMessageId = post.id;
            chat.openToAll = false;
            chat.members.add(post.senderId);
            chats.put(chat.id, chat);
            return chat;
        });
    }

    void edit(long messageId, String text) {
        if (text.isEmpty() && known(messageId).part("FILE_ID").isEmpty()) {
            delete(messageId);
            return;
        }
        Message message = known(messageId);
        if (!message.deleted) {
            message.edit(text);
            message.markEdited();
            updated(message);
        }
    }

    void updated(Message message) {
        logger.messageUpdated(message);
    }

    void delete(long messageId) {
        delete(messageId, false);
    }

    void delete(long messageId, boolean completely) {
        Message message = known(messageId);
        if (!message.deleted) {
            List<EmulatedBot> hearers = portal.botEvents.hearersOfDeletion(message);
            message.delete(completely);
            logger.messageDeleted(message);
            portal.botEvents.messageDeleted(message, hearers);
        }
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
        if (chat.members.add(user.id)) {
            logger.joined(chat, user, user);
        }
    }

    void invite(EmulatedUser host, EmulatedChat chat, long... userIds) {
        chat.members.add(host.id);
        List<EmulatedUser> added = LongStream.of(userIds).mapToObj(portal.directory::user)
                .filter(user -> chat.members.add(user.id)).toList();
        if (added.isEmpty()) {
            return;
        }
        added.forEach(user -> logger.joined(chat, user, host));
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

    Message known(long messageId) {
        return everSaid(messageId).orElseThrow(() -> new IllegalArgumentException("There is no message " + messageId));
    }
}
