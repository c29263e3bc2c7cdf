package io.github.camelbitrix24.im.testkit;

/** A message that an application posted through {@code im.message.add}, its text and template id as they were sent. */
public record SentMessage(long id, long userId, String dialogId, String text, String templateId) {
}
