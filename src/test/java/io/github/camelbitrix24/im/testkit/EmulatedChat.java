package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A chat of the emulated portal. A group chat springs up when it is first named, and as long as nobody says who is in
 * it, everyone the portal knows is.
 */
public final class EmulatedChat {

    final PortalState portal;
    final long id;
    final Set<Long> members = new LinkedHashSet<>();
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

    /** What {@code DIALOG_ID} calls a group chat. */
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

    public EmulatedChat channel() {
        return kind("channel", "N");
    }

    /**
     * Any other type, for example {@code open} and {@code O}, {@code copilot} and {@code A}, {@code tasks} and
     * {@code X}.
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

    boolean isPrivate() {
        return kind == ChatKind.PRIVATE;
    }

    String dialogId(long recipient) {
        return isPrivate() ? Long.toString(peerOf(recipient)) : dialogId();
    }

    String context() {
        return isPrivate() ? members.iterator().next() + ":" + peerOf(members.iterator().next()) : dialogId();
    }

    private long peerOf(long user) {
        return members.stream().filter(member -> member != user).findFirst().orElse(user);
    }

    private EmulatedChat with(Runnable change) {
        portal.monitor.run(change);
        return this;
    }
}
