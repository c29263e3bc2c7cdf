package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * The delivery of one user's events: which request to make next, which event to hand out next, and what follows from
 * the outcome. Thread-safe; it never blocks for anything but its own short critical sections.
 */
public final class Delivery {

    /**
     * How old a reading may be when something is acknowledged on its strength, counted from its answer: a portal may
     * always take longer than this.
     */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final DeliveryOptions options;
    private final Ledger ledger;
    private final Lanes lanes;
    private final HeldPages held = new HeldPages();

    private boolean read;
    private long readAt;
    private long acknowledgedAt;
    private boolean portalHasMore;
    private int doneSinceRead;
    private long forced;
    private long received;
    private long acknowledgedOffset;
    private PortalClock clock = PortalClock.UNKNOWN;

    /**
     * @param now nanoseconds of a monotonic source
     */
    public Delivery(DeliveryOptions options, long now) {
        this.acknowledgedAt = now;
        this.options = options;
        this.ledger = new Ledger(options, held);
        this.lanes = new Lanes(options);
    }

    /**
     * The request that a poll should make now, or {@code null}.
     *
     * @param now         nanoseconds of a monotonic source
     * @param alreadyRead whether this poll has already read a page
     */
    public GetRequest nextRequest(long now, boolean alreadyRead) {
        lock.lock();
        try {
            boolean more = lanes.isHungry() && ledger.hasRoom();
            // a part of a page can wait for its ackInterval: to acknowledge it costs the rest a second reading
            return more || now - acknowledgedAt >= options.ackInterval().toNanos()
                    ? request(now, alreadyRead, more) : null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether a poll that has read a page may leave the acknowledgement to the next one, which brings it along when it
     * comes soon. While people talk, an acknowledgement after each page would be every second request.
     */
    public boolean canAcknowledgementWait(long now) {
        lock.lock();
        try {
            return acknowledgedOffset > 0 && !hasMoreToRead() && now - acknowledgedAt < options.ackInterval().toNanos();
        } finally {
            lock.unlock();
        }
    }

    /**
     * As {@link #nextRequest}, when nothing more will be handed out and only what is done is to be acknowledged.
     */
    public GetRequest nextFinalRequest(long now, boolean alreadyRead) {
        lock.lock();
        try {
            return request(now, alreadyRead, false);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is acknowledged must be confirmed by a reading that is fresh: a portal that was restored in the meantime
     * would lose what it gave the same ids.
     */
    private GetRequest request(long now, boolean alreadyRead, boolean more) {
        if (read && now - readAt <= FRESH.toNanos()) {
            long offset = acknowledgeable();
            if (offset > 0) {
                ledger.acknowledging(offset);
                return more && (portalHasMore || !alreadyRead)
                        ? GetRequest.readingOn(offset, options.limit()) : GetRequest.acknowledgement(offset);
            }
        }
        if (alreadyRead) {
            return null;
        }
        if (more) {
            return GetRequest.harmless(options.limit());
        }
        int doneAtFront = ledger.doneAtFront();
        return doneAtFront == 0 ? null : GetRequest.harmless(Math.min(options.limit(), doneAtFront + 1));
    }

    private long acknowledgeable() {
        long offset = ledger.acknowledgeable();
        if (offset == 0) {
            offset = ledger.acknowledgeableForProgress();
            forced += offset == 0 ? 0 : 1;
        }
        return offset;
    }

    /**
     * Takes in the answer to a request.
     *
     * @param unwanted which events are done without being handed out
     */
    public Arrivals receive(Reading reading, Predicate<Bitrix24ImEvent> unwanted) {
        lock.lock();
        try {
            if (reading.request().acknowledges()) {
                ledger.acknowledged(reading.request().offset());
                acknowledgedAt = reading.answeredAt();
                acknowledgedOffset = reading.request().offset();
            }
            int before = ledger.inFlight();
            HeldPage page = held.begin(reading.page());
            Ledger.Learned learned
                    = ledger.learn(reading, unwanted, (event, row) -> lanes.add(new LaneEvent(event, row, page)));
            held.tidy();
            // the one row that answers a mere acknowledgement shows too little to acknowledge more
            read = reading.request().readsOn();
            readAt = reading.answeredAt();
            doneSinceRead = 0;
            clock = clock.shows(reading);
            int taken = ledger.inFlight() - before;
            received += taken;
            if (reading.request().readsOn() || !reading.isFull()) {
                // what comes again is no reason to read on: it will not go away by reading
                portalHasMore = (reading.isFull() || ledger.hasUntaken()) && (taken > 0 || learned.repeated() == 0);
            }
            return new Arrivals(taken, learned.repeated(), learned.gone());
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many readings there were: what was planned before another reading rests on an old one.
     */
    public long readings() {
        lock.lock();
        try {
            return ledger.readings();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next handout, or {@code null} when nothing may be handed out now.
     */
    public Handout take(long now) {
        lock.lock();
        try {
            return lanes.take(now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The handout was worked through.
     *
     * @return whether it is time to read on: the portal has more, and enough of what is here is done
     */
    public boolean done(Handout handout) {
        lock.lock();
        try {
            handout.parts.forEach(part -> {
                ledger.done(part.row);
                part.done();
            });
            lanes.done(handout);
            doneSinceRead += handout.parts.size();
            boolean readOn = portalHasMore && (lanes.isEmpty() || lanes.isHungry() && doneSinceRead >= options.limit() / 2);
            if (readOn) {
                doneSinceRead = 0;
            }
            return readOn;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The handout failed and will be handed out again.
     *
     * @return after how long
     */
    public Duration failed(Handout handout, long now) {
        lock.lock();
        try {
            return lanes.failed(handout, now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands out no more, but for what stands below something that was handed out: as long as that is undone, the other
     * could not be acknowledged and would come twice.
     */
    public void close() {
        lock.lock();
        try {
            lanes.close();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands out again.
     */
    public void reopen() {
        lock.lock();
        try {
            lanes.reopen();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether something is done that the portal has not been told of.
     */
    public boolean hasUnacknowledged() {
        lock.lock();
        try {
            return ledger.doneAtFront() > 0;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether it is worth reading on now: the portal holds more, and there is room for it.
     */
    public boolean wantsMore() {
        lock.lock();
        try {
            return hasMoreToRead();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasMoreToRead() {
        return portalHasMore && lanes.isHungry() && ledger.hasRoom();
    }

    /**
     * How long until a reading settles everything that is done at the front.
     */
    public Duration untilSettled(long now) {
        lock.lock();
        try {
            return Duration.ofNanos(ledger.untilSettled(now));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether something may be handed out.
     */
    public boolean hasReady(long now) {
        lock.lock();
        try {
            return lanes.hasReady(now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The figures of this moment.
     */
    public DeliveryState state() {
        lock.lock();
        try {
            return new DeliveryState(
                    ledger.inFlight(), lanes.running(), lanes.size(), lanes.holes(), forced, received,
                    lanes.redeliveries(), acknowledgedOffset, ledger.oldest(), lanes.failing(), clock);
        } finally {
            lock.unlock();
        }
    }
}
