package io.github.camelbitrix24.im.testkit;

/** A button with a command that somebody pressed, the command without its slash. */
public record ButtonPress(long userId, long messageId, long botId, String command, String params) {
}
