package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** What was said and done in the portal's chats, as it is now, whoever did it. */
public final class Transcript {

    private final PortalState portal;

    Transcript(PortalState portal) {
        this.portal = portal;
    }

    /**
     * The messages of a group chat in the order in which they were said, without those that are gone.
     *
     * @throws NoSuchElementException if there is no such chat
     */
    public List<StoredMessage> of(String dialogId) {
        return read(() -> portal.messenger.find(dialogId).map(this::messages)
                .orElseThrow(() -> new NoSuchElementException("There is no chat " + dialogId)));
    }

    /** As {@link #of(String)}, of what two people have said to each other; empty if nothing. */
    public List<StoredMessage> between(long one, long other) {
        return read(() -> portal.messenger.findPrivate(one, other).map(this::messages).orElse(List.of()));
    }

    /**
     * Also one that is deleted, or gone.
     *
     * @throws NoSuchElementException if there was never such a message
     */
    public StoredMessage message(long id) {
        return read(() -> portal.messenger.everSaid(id).map(StoredMessage::of)
                .orElseThrow(() -> new NoSuchElementException("There is no message " + id)));
    }

    /** When applications showed that somebody is writing, in order. */
    public List<TypingNotice> typing() {
        return read(portal.footprints::typing);
    }

    /** When applications marked messages as read, in order. */
    public List<ReadMark> readMarks() {
        return read(portal.footprints::reading);
    }

    /** The buttons with commands that were pressed, in order. */
    public List<ButtonPress> presses() {
        return read(portal.footprints::presses);
    }

    private List<StoredMessage> messages(EmulatedChat chat) {
        return portal.messenger.messagesOf(chat).map(StoredMessage::of).toList();
    }

    private <T> T read(Supplier<T> view) {
        return portal.monitor.read(view);
    }
}
