package io.github.camelbitrix24.im;

/**
 * How a consumer fares. Of several that hold, the first in this order counts.
 */
public enum Bitrix24ImConsumerState {

    /** Somebody has paused it. */
    PAUSED,
    /** The portal rejects requests as too many; passes within seconds. */
    THROTTLED,
    /** The portal refuses calls for a while: operating time used up, overload, maintenance. */
    BLOCKED,
    /** The access token has expired, and a new one cannot be had for now. */
    REAUTHORISING,
    /** The portal refuses calls until a person acts: credentials, scope, plan, or a portal too old. */
    REFUSED,
    /** The portal cannot be reached, fails, does not come to an end with an answer, or answers what cannot be read. */
    UNAVAILABLE,
    /** No poll has succeeded yet. */
    STARTING,
    /** Somebody else has taken events away in the last minutes. */
    TAKEN_AWAY,
    /**
     * The portal, or what stands in for it, does not delete what was acknowledged: it came again in the last minutes.
     */
    NOT_DELETED,
    /** An event fails again and again in the route. */
    STUCK,
    /** The oldest event that was not acknowledged is more than an hour old. */
    LAGGING,
    /** Polls succeed, and an event came within the last minute. */
    HEARING,
    /** Polls succeed, and nothing happens. */
    IDLE
}
