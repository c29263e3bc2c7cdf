package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.List;

/**
 * A chat as one person sees it.
 *
 * @param dialogId what the person calls it: {@code chat5}, or the id of the other in a private chat
 * @param kind     the portal's name for the type: {@code private}, {@code chat}, {@code channel}, {@code lines}, …
 * @param joined   whether the person is in it
 * @param mayWrite whether the person may write there; in channels only some may, the others comment
 * @param people   ids of those in it
 * @param unread   how many messages of others the person has not read
 * @param lastText what was said last, empty if nothing
 * @param lastAt   when, null if nothing was said
 * @param commands the slash commands that are good here
 */
public record ChatView(
        String dialogId, String name, String kind, boolean joined, boolean mayWrite, List<Long> people, int unread,
        String lastText, Instant lastAt, List<Command> commands) {

    /** A slash command of a bot, its name without the slash. */
    public record Command(long botId, String name, String title) {
    }
}
