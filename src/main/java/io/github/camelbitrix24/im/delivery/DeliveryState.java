package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * The figures of one moment.
 *
 * @param inFlight           how many events are in our hands and not done
 * @param running            how many handouts a route is working on
 * @param lanes              how many chats have unfinished events
 * @param holes              how many lanes wait with something below an event that was handed out
 * @param forced             how often progress had to go before {@code settleTime}
 * @param received           how many events were taken to be handed out, in all
 * @param redeliveries       how many handouts came again, in all
 * @param acknowledgedOffset the offset that was acknowledged last, or 0
 * @param oldest             the oldest event that the portal still keeps for us, or {@code null}
 * @param failing            what fails most, or {@code null}
 * @param clock              the portal's clock
 */
public record DeliveryState(int inFlight, int running, int lanes, int holes, long forced, long received, long redeliveries,
        long acknowledgedOffset, QueuedEvent oldest, FailingHead failing, PortalClock clock) {

    /** Of a delivery that has not begun. */
    public static final DeliveryState NONE
            = new DeliveryState(0, 0, 0, 0, 0, 0, 0, 0, null, null, PortalClock.UNKNOWN);

    /**
     * How old the oldest event is that was not acknowledged: by the portal's clock, and where that is not known, since
     * it was first seen.
     *
     * @param now nanoseconds of a monotonic source
     */
    public Duration lag(long now) {
        if (oldest == null) {
            return Duration.ZERO;
        }
        Instant portalNow = clock.at(now);
        Duration lag = portalNow != null && oldest.recordedAt() != null
                ? Duration.between(oldest.recordedAt(), portalNow) : Duration.ofNanos(now - oldest.firstSeen());
        return lag.isNegative() ? Duration.ZERO : lag;
    }
}
