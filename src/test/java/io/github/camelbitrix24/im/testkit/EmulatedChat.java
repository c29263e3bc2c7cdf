package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A chat of the emulated portal. A group chat springs up when a test first names it, and as long as nobody says who is
 * in it, everyone the portal knows is. What an application names has to be there, unless {@link Behaviour.Dialogs} says
 * otherwise.
 */
public final class EmulatedChat {

    final PortalState portal;
    final long id;
    final Set<Long> members = new LinkedHashSet<>();
    final Set<Long> managers = new LinkedHashSet<>();
    final Map<Long, Long> readMarks = new TreeMap<>();
    ChatKind kind;
    String name;
    String description = "";
    String entityType = "";
    String entityId = "";
    String entityData1 = "";
    String entityData2 = "";
    long owner;
    long parentChatId;
    long parentMessageId;
    boolean openToAll;
    boolean extranet;
    boolean textField = true;
    String color = "#ab7761";

    EmulatedChat(PortalState portal, long id, ChatKind kind) {
        this.portal = portal;
        this.id = id;
        this.kind = kind;
        this.openToAll = kind != ChatKind.PRIVATE;
        this.name = kind == ChatKind.PRIVATE ? null : "Chat " + id;
    }

    public long id() {
        return id;
    }

    /** What {@code DIALOG_ID} calls a group chat, and a workgroup's, too. */
    public String dialogId() {
        return "chat" + id;
    }

    public EmulatedChat named(String newName) {
        return with(() -> name = newName);
    }

    public EmulatedChat described(String text) {
        return with(() -> description = text);
    }

    /** Exactly these people are in the chat, without any event. */
    public EmulatedChat members(long... userIds) {
        return with(() -> {
            openToAll = false;
            members.clear();
            LongStream.of(userIds).map(user -> portal.directory.user(user).id()).forEach(members::add);
            owner = members.isEmpty() ? 0 : members.iterator().next();
        });
    }

    /** Whom the chat belongs to; the first of its {@link #members(long...)} unless told otherwise. */
    public EmulatedChat owner(long userId) {
        return with(() -> owner = userId == 0 ? 0 : portal.directory.user(userId).id());
    }

    /** These people may, besides the owner, write where not everybody may, as in a channel. */
    public EmulatedChat managers(long... userIds) {
        return with(() -> {
            managers.clear();
            LongStream.of(userIds).map(user -> portal.directory.user(user).id()).forEach(managers::add);
        });
    }

    /** People from outside the company are in it, though none may be named as a member. */
    public EmulatedChat extranet() {
        return with(() -> extranet = true);
    }

    /** Only the owner and the managers write in a channel; the others comment. */
    public EmulatedChat channel() {
        return kind(ChatKind.CHANNEL.type(), ChatKind.CHANNEL.letter());
    }

    /**
     * Any other type, for example {@code open} and {@code O}, {@code copilot} and {@code A}, {@code tasks} and
     * {@code X}; what has {@code S} is for notifications, of which no event tells.
     */
    public EmulatedChat kind(String type, String messageType) {
        return with(() -> kind = new ChatKind(type, messageType));
    }

    public EmulatedChat boundTo(String type, String entity) {
        return with(() -> {
            entityType = type;
            entityId = entity;
        });
    }

    EmulatedChat ofWorkgroup(String workgroupId) {
        name = "Workgroup " + workgroupId;
        entityType = "SONET_GROUP";
        entityId = workgroupId;
        return this;
    }

    /** A chat with a customer who writes through a connector, for example {@code telegrambot}. */
    public EmulatedChat openLine(String connector, long customerId) {
        portal.directory.user(customerId).customer();
        return with(() -> {
            kind = ChatKind.OPEN_LINE;
            members.add(customerId);
            entityType = "LINES";
            entityId = connector + "|3|7788" + customerId + "|" + customerId;
            entityData1 = "Y|DEAL|1204|N|N|5541|" + portal.clock.now().getEpochSecond() + "|3|0|0";
            entityData2 = "LEAD|0|COMPANY|0|CONTACT|91|DEAL|1204";
        });
    }

    /** A system message of the chat, as when it is renamed. Returns the message's id. */
    public long announces(String text) {
        return portal.monitor.write(() -> portal.messenger.announce(this, Draft.text(text)));
    }

    /** The ids of the messages said so far. */
    public List<Long> messages() {
        return portal.monitor.read(() -> portal.messenger.messagesOf(this).map(message -> message.id).toList());
    }

    /** Returns the last message that the user has read since, 0 if the chat is empty. */
    long readTo(long userId, long messageId) {
        long last = portal.messenger.messagesOf(this).mapToLong(message -> message.id).filter(said -> said <= messageId).max()
                .orElse(0);
        return readMarks.merge(userId, last, Math::max);
    }

    /** How many messages of others the user has not read. */
    int unread(long userId) {
        long last = readMarks.getOrDefault(userId, 0L);
        return (int) portal.messenger.messagesOf(this)
                .filter(message -> message.id > last && message.authorId() != userId).count();
    }

    boolean isPrivate() {
        return kind == ChatKind.PRIVATE;
    }

    /**
     * Everyone whom the portal knows is in a chat as long as nobody has said who is; customers write, but do not read.
     */
    boolean has(EmulatedUser user) {
        return members.contains(user.id) || openToAll && user.kind != UserKind.CUSTOMER;
    }

    boolean isManagedBy(long userId) {
        return owner == 0 || owner == userId || managers.contains(userId);
    }

    boolean isExtranet() {
        return extranet || members.stream().map(portal.directory::user).anyMatch(user -> user.kind.isOutsider());
    }

    String dialogId(long recipient) {
        return isPrivate() ? Long.toString(peerOf(recipient)) : dialogId();
    }

    String context() {
        return isPrivate() ? members.iterator().next() + ":" + peerOf(members.iterator().next()) : dialogId();
    }

    long peerOf(long user) {
        return members.stream().filter(member -> member != user).findFirst().orElse(user);
    }

    private EmulatedChat with(Runnable change) {
        portal.monitor.run(change);
        return this;
    }
}
