package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.function.Function;

/**
 * What became of the events of each user: recorded, pending, and gone in one way or another.
 */
abstract class EmulatedQueues {

    final PortalState portal;

    EmulatedQueues(PortalState portal) {
        this.portal = portal;
    }

    public boolean subscribed(long userId) {
        return portal.monitor.read(() -> portal.log.isSubscribed(userId));
    }

    /** The ids that are in the user's queue and visible. */
    public List<Long> pending(long userId) {
        return queue(userId, EventQueue::pending);
    }

    /** The ids that an offset has deleted, in the order in which it did. */
    public List<Long> acknowledged(long userId) {
        return queue(userId, queue -> List.copyOf(queue.acknowledged));
    }

    /** The ids that an offset has deleted though no answer ever contained them. */
    public List<Long> lost(long userId) {
        return queue(userId, queue -> List.copyOf(queue.lost));
    }

    /** The ids that went without an offset: by unsubscribing, by age, with a backup. */
    public List<Long> purged(long userId) {
        return queue(userId, queue -> List.copyOf(queue.purged));
    }

    /** All ids ever recorded for the user. */
    public List<Long> recorded(long userId) {
        return queue(userId, queue -> List.copyOf(queue.recorded));
    }

    private <T> T queue(long userId, Function<EventQueue, T> view) {
        return portal.monitor.read(() -> view.apply(portal.log.settled(userId)));
    }
}
