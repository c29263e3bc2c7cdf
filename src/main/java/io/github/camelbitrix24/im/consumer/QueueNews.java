package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.observe.LeftOut;

/**
 * What a fetcher finds out about a user's queue, for whoever tells people.
 */
interface QueueNews {

    /** A call to the portal is about to be made, or waited for. */
    void calling();

    /** The call is over, or was not made, whatever came of it. */
    void called();

    /**
     * Events came that have no id that can be read.
     *
     * @param soFar how many different ones
     */
    void unreadable(long soFar);

    /** An event came that the route does not get, and that counts as done. */
    void leftOut(LeftOut reason);

    /** Events are gone that were not acknowledged here. */
    void takenAway(List<Long> eventIds);

    /** Events came that had been acknowledged here. */
    void comingAgain(int events);

    /**
     * The portal acts as this user.
     *
     * @param  before                as whom it acted before, or {@code null}
     * @throws SecondReaderException if somebody else reads the events of this user
     */
    void actingUser(long user, Long before);
}
