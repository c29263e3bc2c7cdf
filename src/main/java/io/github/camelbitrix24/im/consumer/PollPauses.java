package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.github.camelbitrix24.im.delivery.Delivery;

/**
 * How long a consumer waits before it calls the portal again: as long as its pace says, unless something is left to
 * read or to acknowledge sooner.
 */
final class PollPauses {

    private final PollPace pace;
    private final EventFetcher fetcher;
    private final Delivery delivery;
    private final ReaderSettings settings;
    private final BooleanSupplier polling;
    private final Workplace workplace;
    private volatile int broughtLast;

    /**
     * @param polling whether the consumer polls at all now
     */
    PollPauses(PollPace pace, EventFetcher fetcher, Delivery delivery, ReaderSettings settings, BooleanSupplier polling,
               Workplace workplace) {
        this.pace = pace;
        this.fetcher = fetcher;
        this.delivery = delivery;
        this.settings = settings;
        this.polling = polling;
        this.workplace = workplace;
    }

    /** @param events how many the last poll brought */
    void brought(int events) {
        broughtLast = events;
    }

    Duration beforeNextPoll() {
        if (fetcher.isUnderWay() && polling.getAsBoolean()) {
            return Duration.ZERO;
        }
        Duration pause = pace.pause();
        boolean waiting = delivery.hasUnacknowledged() && settings.ackInterval().compareTo(pause) < 0;
        return waiting && !pace.isFailing() ? settings.ackInterval() : pause;
    }

    /** Before the next call for what the last tick has begun; {@code null} if there is none to make. */
    Duration beforeFollowUp() {
        if (pace.isFailing()) {
            return pace.pause();
        }
        if (!delivery.wantsMore() && !delivery.hasUnacknowledged()) {
            return null;
        }
        // a portal that claims more and shows nothing new is not asked at once
        if (delivery.wantsMore() && broughtLast > 0) {
            return Duration.ZERO;
        }
        Duration unsettled = delivery.untilSettled(workplace.now());
        return unsettled.compareTo(settings.busyDelay()) > 0 ? unsettled : settings.busyDelay();
    }
}
