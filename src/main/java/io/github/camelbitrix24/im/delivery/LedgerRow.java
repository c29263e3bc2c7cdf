package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventMemory;

/**
 * What is known of one row of the portal's queue. A row is an id with its date: after a portal was restored from a
 * backup, the same id can be another event.
 */
final class LedgerRow {

    /** By how much the clocks of a portal's nodes may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);
    private static final Duration RETENTION = Duration.ofHours(24);
    private static final Duration A_HICCUP = Duration.ofSeconds(2);
    private static final Duration REST_OF_THE_SECOND = Duration.ofMillis(999);
    /** A date outside of this is no date that a portal can have recorded, and cannot be reckoned with. */
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    final long id;
    final int size;
    final long fingerprint;
    private final String dateText;
    private final Instant recordedAt;
    private final Instant recordedBy;
    private final long firstSeen;
    private final Long absentAt;

    /** The number of the reading that showed this row last. */
    long seenIn;
    boolean taken;
    boolean done;
    boolean settled;
    /** Whether it was acknowledged in this run and came again. */
    boolean repeated;
    /** Whether an acknowledgement of this row was sent, so that its absence is our own doing. */
    boolean acknowledging;
    /** When a reading that should have shown this row did not, or {@code null}. */
    private Long missedAt;
    private boolean gone;

    /**
     * @param firstSeen when a reading showed it first
     * @param absentAt  when the reading before that was answered, if it would have shown this row; else {@code null}
     */
    LedgerRow(Bitrix24ImEvent event, long firstSeen, Long absentAt) {
        this.id = event.getId();
        this.size = event.getSize();
        this.fingerprint = EventMemory.fingerprint(event);
        this.dateText = event.getDateText();
        OffsetDateTime date = event.getDate();
        this.recordedAt = date == null ? null : plausible(date.toInstant());
        this.recordedBy = latestInstant(recordedAt);
        this.firstSeen = firstSeen;
        this.absentAt = absentAt;
    }

    private static Instant plausible(Instant date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
    }

    QueuedEvent queued() {
        return new QueuedEvent(id, recordedAt, firstSeen);
    }

    boolean isSameRow(Bitrix24ImEvent event) {
        return hasSameDate(event)
                && (!repeated || fingerprint == EventMemory.fingerprint(event));
    }

    /** Nodes of one portal may write the same moment with different offsets from UTC. */
    private boolean hasSameDate(Bitrix24ImEvent event) {
        OffsetDateTime date = event.getDate();
        return Objects.equals(dateText, event.getDateText())
                || recordedAt != null && date != null && recordedAt.equals(date.toInstant());
    }

    /**
     * Whether every lower id that was given away before this row was recorded must be visible in a reading. For a row
     * that may have been there long before anybody looked the portal's clock tells, with room for its nodes' clocks to
     * differ. Of any other row nothing tells how young it was when it was first seen.
     */
    boolean isSettledIn(Reading reading, Duration settleTime) {
        if (settleTime.isZero()) {
            return true;
        }
        boolean byPortalClock = absentAt == null && reading.portalTime() != null && recordedBy != null
                && !recordedBy.plus(settleTime).plus(CLOCKS_DIFFER).isAfter(reading.portalTime());
        return byPortalClock || reading.askedAt() - firstSeen >= settleTime.toNanos();
    }

    /** How long, in nanoseconds, until a new reading would settle this row for sure. */
    long untilSettled(long now, Duration settleTime) {
        return settled ? 0 : Math.max(0, firstSeen + settleTime.toNanos() - now);
    }

    /** Whether the portal cannot have deleted this row for its age. */
    boolean isYoung(Instant portalTime) {
        return portalTime == null || recordedBy == null || recordedBy.plus(RETENTION).isAfter(portalTime);
    }

    void seen(long reading) {
        seenIn = reading;
        missedAt = null;
        gone = false;
    }

    /**
     * A reading does not show this row, though it should. One such reading is not believed: the row is gone when a
     * later one does not show it either.
     *
     * @return whether that has become certain now
     */
    boolean missed(Reading reading, Duration settleTime) {
        if (missedAt == null) {
            missedAt = reading.askedAt();
            return false;
        }
        long enough = Math.min(settleTime.toNanos(), A_HICCUP.toNanos());
        boolean now = !gone && reading.askedAt() - missedAt >= enough;
        gone |= now;
        return now;
    }

    /** Whether the portal does not have this row any more, so that there is nothing to acknowledge. */
    boolean isGone() {
        return gone;
    }

    /** Every offset that deletes something is above 1, and there is none above 2^63-1. */
    boolean isAcknowledgeable() {
        return id >= 1 && id < Long.MAX_VALUE;
    }

    /** The portal writes whole seconds: the row may be as young as the end of its second. */
    private static Instant latestInstant(Instant date) {
        return date == null || date.getNano() > 0 ? date : date.plus(REST_OF_THE_SECOND);
    }
}
