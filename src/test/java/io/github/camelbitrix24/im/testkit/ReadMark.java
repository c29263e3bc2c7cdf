package io.github.camelbitrix24.im.testkit;

import java.time.Instant;

/**
 * An application marked messages of a chat as read.
 *
 * @param lastId the last message that its user has read since; 0 if the chat is empty
 * @param at     by the portal's clock
 */
public record ReadMark(long userId, long chatId, long lastId, Instant at) {
}
