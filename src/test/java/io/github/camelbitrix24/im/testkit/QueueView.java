package io.github.camelbitrix24.im.testkit;

import java.util.List;

/**
 * The event queue of a user, or of a bot.
 *
 * @param subscribed   whether events are recorded in it; always so of a bot
 * @param offset       the last one that has deleted something, 0 if none has
 * @param recorded     how many events there ever were in it
 * @param pending      how many wait in it
 * @param acknowledged how many an offset has deleted
 * @param lost         how many of those no answer ever contained
 * @param purged       how many went without an offset
 * @param latest       the latest events, the oldest first
 */
public record QueueView(
        long userId, String name, boolean bot, boolean subscribed, long offset, int recorded, int pending, int acknowledged,
        int lost, int purged, List<EventTrace> latest) {
}
