package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;

/**
 * A message as the portal keeps it now.
 *
 * @param dialogId  the group chat, or, of a private one, the two people as in {@code 7:12}
 * @param authorId  0 of a system message
 * @param texts     what it said, from the first to what it says now; more than one if it was edited
 * @param replyTo   null if it answers none
 * @param keyboard  empty if it has none
 * @param attach    a list of one, or none
 * @param files     ids of files
 * @param reactions by user
 * @param viewed    by whom else it was read
 * @param deleted   whether only a note is left of it that it was deleted
 * @param gone      whether not even that is: it was deleted before anybody had read it
 */
public record StoredMessage(
        long id, String dialogId, long authorId, List<String> texts, Long replyTo, List<Object> keyboard,
        List<Object> attach, List<String> files, Map<Long, String> reactions, List<Long> viewed, String templateId,
        boolean deleted, boolean gone) {

    /** What it says now; empty once it is deleted. */
    public String text() {
        return deleted ? "" : texts.get(texts.size() - 1);
    }

    /** How often it was edited, whoever did it. */
    public int edits() {
        return texts.size() - 1;
    }

    static StoredMessage of(Message message) {
        return new StoredMessage(
                message.id, message.chat.isPrivate() ? message.chat.context() : message.chat.dialogId(), message.authorId(),
                List.copyOf(message.texts), message.repliedTo().orElse(null), message.part("KEYBOARD"), message.part("ATTACH"),
                message.part("FILE_ID").stream().map(String::valueOf).toList(), Map.copyOf(message.reactions),
                List.copyOf(message.viewers()), message.uuid, message.deleted, message.gone);
    }
}
