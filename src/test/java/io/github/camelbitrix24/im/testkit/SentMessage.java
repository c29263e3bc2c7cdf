package io.github.camelbitrix24.im.testkit;

import java.util.List;

/**
 * A message that an application posted: text and template id as they were sent, the rest as the portal took it.
 *
 * @param userId     in whose name
 * @param dialogId   as it was sent, except that a {@code CHAT_ID} is written as a dialog id
 * @param templateId null if there was none
 * @param replyTo    the message that it answers; null if none, or if the portal ignored it
 * @param keyboard   the buttons that are left, with every key that the portal gives them
 * @param attach     the attachment in the portal's form, a list of one
 * @param files      ids of files
 */
public record SentMessage(
        long id, long userId, String dialogId, String text, String templateId, Long replyTo, List<Object> keyboard,
        List<Object> attach, List<String> files) {

    /** A text without anything else. */
    public SentMessage(long id, long userId, String dialogId, String text, String templateId) {
        this(id, userId, dialogId, text, templateId, null, List.of(), List.of(), List.of());
    }

    static SentMessage of(Message message, long userId, String dialogId, String text, String templateId) {
        return new SentMessage(
                message.id, userId, dialogId, text, templateId, message.repliedTo().orElse(null),
                message.part("KEYBOARD"), message.part("ATTACH"),
                message.part("FILE_ID").stream().map(String::valueOf).toList());
    }
}
