package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * An application showed in a chat that its user, or its bot, is busy.
 *
 * @param chatId   of a private chat as well
 * @param type     {@code writing}, {@code recordingVoice} and so on; of a bot the code of its status, empty if it named
 *                 none that there is
 * @param duration for how long it is shown, null if the caller leaves that to the portal
 * @param at       by the portal's clock
 */
public record TypingNotice(long userId, String dialogId, long chatId, String type, Duration duration, Instant at) {
}
