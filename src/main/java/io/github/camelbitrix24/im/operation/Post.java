package io.github.camelbitrix24.im.operation;

/**
 * A message that is to be posted.
 *
 * @param dialogId   {@code chat5}, or a user's id
 * @param replyTo    the message that it answers, or {@code null}
 * @param templateId a UUID of version 4 in lower case: the portal posts no second message of the same
 */
record Post(String dialogId, Content content, Long replyTo, String templateId) {

    Post withoutReply() {
        return new Post(dialogId, content, null, templateId);
    }
}
