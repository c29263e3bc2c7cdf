package io.github.camelbitrix24.im.delivery;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * How are gaps handled? Ids of one user rise with gaps, a lower id may become visible after a higher one, and after a
 * restore ids start again lower. So nothing is ever concluded from numbers that are missing: the ledger knows the rows
 * that the last reading showed, and lets only that be acknowledged which stands below the first row that is unfinished,
 * unsettled, or was not seen again in that reading. What was acknowledged is remembered only so far that it is not
 * taken for something new. Not thread-safe.
 */
final class Ledger {

    private final DeliveryOptions options;
    private final HeldPages held;
    private final NavigableMap<Long, LedgerRow> rows = new TreeMap<>();
    private final AcknowledgedRows acknowledged = new AcknowledgedRows();
    private long previousAnsweredAt;
    private long previousCoveredTo = Long.MIN_VALUE;
    private long readings;
    private boolean windowFull;
    private boolean untaken;
    private int inFlight;

    Ledger(DeliveryOptions options, HeldPages held) {
        this.options = options;
        this.held = held;
    }

    /**
     * Learns what a reading shows. Rows beyond the bounds are noted but not taken: a later reading brings them again.
     *
     * @param unwanted which events nobody wants, so that they are done at once
     * @param taken    gets every event that is now in our hands, in the order of ids
     */
    Learned learn(Reading reading, Predicate<Bitrix24ImEvent> unwanted, BiConsumer<Bitrix24ImEvent, LedgerRow> taken) {
        readings++;
        untaken = false;
        int repeated = 0;
        for (Bitrix24ImEvent event : reading.page().events()) {
            LedgerRow row = rows.get(event.getId());
            if (row != null && row.seenIn == readings) {
                // a portal gives an id once; a page that holds it twice shows the first
                continue;
            }
            if (row == null || !row.isSameRow(event)) {
                row = new LedgerRow(event, reading.answeredAt(), absentAt(event.getId()));
                row.repeated = acknowledged.contains(row);
                row.done = row.repeated;
                repeated += row.repeated ? 1 : 0;
                rows.put(row.id, row);
            }
            row.seen(readings);
            if (!row.taken && !row.done) {
                take(event, row, unwanted.test(event), taken);
            }
        }
        windowFull = reading.isFull() && reading.request().limit() >= options.limit();
        List<Long> gone = compareWith(reading);
        previousAnsweredAt = reading.answeredAt();
        previousCoveredTo = reading.coveredTo();
        return new Learned(gone, repeated);
    }

    /**
     * What a reading told beside what is new.
     *
     * @param gone     ids of rows that were there, that we did not acknowledge, and that are gone
     * @param repeated how many rows came that were acknowledged in this run
     */
    record Learned(List<Long> gone, int repeated) {
    }

    private Long absentAt(long id) {
        return id <= previousCoveredTo ? (Long) previousAnsweredAt : null;
    }

    private void take(
            Bitrix24ImEvent event, LedgerRow row, boolean unwanted, BiConsumer<Bitrix24ImEvent, LedgerRow> taken) {
        if (unwanted) {
            row.done = true;
        } else if (hasRoom()) {
            // first what may throw, for want of memory
            taken.accept(event, row);
            row.taken = true;
            inFlight++;
        } else {
            untaken = true;
        }
    }

    private List<Long> compareWith(Reading reading) {
        List<Long> gone = new ArrayList<>();
        Iterator<LedgerRow> covered = rows.headMap(reading.coveredTo(), true).values().iterator();
        while (covered.hasNext()) {
            LedgerRow row = covered.next();
            if (row.seenIn == readings) {
                row.settled |= row.isSettledIn(reading, options.settleTime());
            } else if (row.acknowledging && row.done) {
                covered.remove();
                acknowledged.add(row);
            } else {
                if (row.missed(reading, options.settleTime()) && row.isYoung(reading.portalTime())) {
                    gone.add(row.id);
                }
                if (row.isGone() && row.done) {
                    covered.remove();
                    acknowledged.add(row);
                }
            }
        }
        return gone;
    }

    void done(LedgerRow row) {
        row.done = true;
        inFlight--;
        if (row.isGone() && rows.remove(row.id, row)) {
            acknowledged.add(row);
        }
    }

    boolean hasRoom() {
        return inFlight < options.maxInFlight() && held.bytes() < options.maxBytes();
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

    /** How many readings there were. */
    long readings() {
        return readings;
    }

    private Stream<LedgerRow> kept() {
        return rows.values().stream().filter(row -> !row.isGone() && row.isAcknowledgeable());
    }

    /**
     * The oldest row that was not acknowledged, or {@code null}.
     */
    QueuedEvent oldest() {
        return kept().findFirst().map(LedgerRow::queued).orElse(null);
    }

    /**
     * How many rows at the front are done, whether or not they may be acknowledged yet. What comes again although it
     * was acknowledged is not counted: it is acknowledged again with the others, but not for its own sake.
     */
    int doneAtFront() {
        return (int) kept().filter(row -> !row.repeated).takeWhile(row -> row.done).count();
    }

    /**
     * How long, in nanoseconds, until a reading would settle everything that is done at the front.
     */
    long untilSettled(long now) {
        return kept().takeWhile(row -> row.done).mapToLong(row -> row.untilSettled(now, options.settleTime())).max().orElse(0);
    }

    /**
     * The offset that the last reading allows to acknowledge, or 0.
     */
    long acknowledgeable() {
        return above(kept().takeWhile(row -> row.done && row.settled && row.seenIn == readings));
    }

    /**
     * As {@link #acknowledgeable()} when a whole page is done and only its youth holds it: then nothing new can be seen
     * before it is acknowledged.
     */
    long acknowledgeableForProgress() {
        boolean held = !windowFull || kept().takeWhile(row -> row.seenIn == readings).anyMatch(row -> !row.done);
        return held ? 0 : above(kept().takeWhile(row -> row.seenIn == readings));
    }

    private static long above(Stream<LedgerRow> rows) {
        return rows.mapToLong(row -> row.id + 1).max().orElse(0);
    }

    /**
     * An acknowledgement is about to be sent; from now on the rows below it may be gone.
     */
    void acknowledging(long offset) {
        rows.headMap(offset).values().forEach(row -> row.acknowledging = true);
    }

    /**
     * The portal answered an acknowledgement: what is done below it is not in the queue any more.
     */
    void acknowledged(long offset) {
        rows.headMap(offset).values().removeIf(row -> {
            if (row.done) {
                acknowledged.add(row);
            }
            return row.done;
        });
    }
}
