package io.github.camelbitrix24.im.testkit;

import java.time.Instant;

/**
 * Somebody is busy in a chat, as the messenger shows it.
 *
 * @param type  as in {@link TypingNotice#type()}
 * @param until when it is no longer shown, by the portal's clock
 */
public record TypingView(long userId, String type, Instant until) {
}
