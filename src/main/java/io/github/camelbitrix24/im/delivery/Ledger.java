package io.github.camelbitrix24.im.delivery;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * How are gaps handled? Ids of one user rise with gaps, a lower id may become visible after a higher one, and after a
 * restore ids start again lower. So nothing is ever concluded from numbers that are missing: the ledger knows the rows
 * that the last reading showed, and lets only that be acknowledged which stands below the first row that is unfinished,
 * unsettled, or was not seen again in that reading. What was acknowledged is forgotten. Not thread-safe.
 */
final class Ledger {

    private final DeliveryOptions options;
    private final NavigableMap<Long, LedgerEntry> rows = new TreeMap<>();

    private long readings;
    private boolean windowFull;
    private boolean untaken;
    private int inFlight;
    private long bytesInFlight;

    Ledger(DeliveryOptions options) {
        this.options = options;
    }

    /**
     * Learns what a reading shows. Rows beyond the bounds are noted but not taken: a later reading brings them again.
     *
     * @param  unwanted which events nobody wants, so that they are done at once
     * @param  taken    gets every event that is now in our hands, in the order of ids
     * @return          ids of rows that were there, that we did not acknowledge, and that are gone
     */
    List<Long> learn(Reading reading, Predicate<Bitrix24ImEvent> unwanted, Consumer<LedgerEntry> taken) {
        readings++;
        untaken = false;
        for (Bitrix24ImEvent event : reading.page().events()) {
            LedgerEntry row = rows.get(event.getId());
            if (row == null || !row.isSameRow(event)) {
                row = new LedgerEntry(event, reading.answeredAt());
                rows.put(row.id, row);
            }
            row.seenIn = readings;
            if (!row.taken && !row.done) {
                take(row, unwanted.test(event), taken);
            }
        }
        windowFull = reading.isFull() && reading.request().limit() >= options.limit();
        return compareWith(reading);
    }

    private void take(LedgerEntry row, boolean unwanted, Consumer<LedgerEntry> taken) {
        if (unwanted) {
            row.done = true;
        } else if (hasRoom()) {
            row.taken = true;
            inFlight++;
            bytesInFlight += row.size;
            taken.accept(row);
        } else {
            untaken = true;
        }
    }

    private List<Long> compareWith(Reading reading) {
        List<Long> gone = new ArrayList<>();
        Iterator<LedgerEntry> covered = rows.headMap(reading.coveredTo(), true).values().iterator();
        while (covered.hasNext()) {
            LedgerEntry row = covered.next();
            if (row.seenIn == readings) {
                row.settled |= row.isSettledIn(reading, options.settleTime());
            } else {
                covered.remove();
                if (!row.acknowledging && row.isYoung(reading.portalTime())) {
                    gone.add(row.id);
                }
            }
        }
        return gone;
    }

    void done(LedgerEntry row) {
        row.done = true;
        inFlight--;
        bytesInFlight -= row.size;
    }

    boolean hasRoom() {
        return inFlight < options.maxInFlight() && bytesInFlight < options.maxBytes();
    }

    /**
     * Whether the last reading showed rows that there was no room for.
     */
    boolean hasUntaken() {
        return untaken;
    }

    int inFlight() {
        return inFlight;
    }

    int size() {
        return rows.size();
    }

    /**
     * The oldest row that was not acknowledged, or {@code null}.
     */
    QueuedEvent oldest() {
        return rows.isEmpty() ? null : rows.firstEntry().getValue().queued();
    }

    /**
     * The oldest row that is not done, or {@code null}.
     */
    Long unfinishedId() {
        return rows.values().stream().filter(row -> !row.done).findFirst().map(row -> row.id).orElse(null);
    }

    /**
     * How many rows at the front are done, whether or not they may be acknowledged yet.
     */
    int doneAtFront() {
        int count = 0;
        for (LedgerEntry row : rows.values()) {
            if (!row.done) {
                break;
            }
            count++;
        }
        return count;
    }

    /**
     * How long, in nanoseconds, until a reading would settle everything that is done at the front.
     */
    long untilSettled(long now) {
        long wait = 0;
        for (LedgerEntry row : rows.values()) {
            if (!row.done) {
                break;
            }
            wait = Math.max(wait, row.untilSettled(now, options.settleTime()));
        }
        return wait;
    }

    /**
     * The offset that the last reading allows to acknowledge, or 0.
     */
    long acknowledgeable() {
        long offset = 0;
        for (LedgerEntry row : rows.values()) {
            // 2^63-1 cannot be acknowledged: there is no offset above it
            if (!row.done || !row.settled || row.seenIn != readings || row.id == Long.MAX_VALUE) {
                break;
            }
            offset = row.id + 1;
        }
        return offset;
    }

    /**
     * As {@link #acknowledgeable()} when a whole page is done and only its youth holds it: then nothing new can be seen
     * before it is acknowledged.
     */
    long acknowledgeableForProgress() {
        long offset = 0;
        for (LedgerEntry row : rows.values()) {
            if (row.seenIn != readings || row.id == Long.MAX_VALUE) {
                break;
            }
            if (!row.done) {
                return 0;
            }
            offset = row.id + 1;
        }
        return windowFull ? offset : 0;
    }

    /**
     * An acknowledgement is about to be sent; from now on the rows below it may be gone.
     */
    void acknowledging(long offset) {
        rows.headMap(offset).values().forEach(row -> row.acknowledging = true);
    }

    /**
     * The portal answered an acknowledgement: the rows below it are forgotten.
     */
    void acknowledged(long offset) {
        rows.headMap(offset).clear();
    }
}
