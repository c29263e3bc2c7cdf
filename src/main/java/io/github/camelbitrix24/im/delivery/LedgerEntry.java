package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * What is known of one row of the portal's queue. A row is an id with its date: after a portal was restored from a
 * backup, the same id can be another event.
 */
final class LedgerEntry {

    private static final Duration RETENTION = Duration.ofHours(24);
    private static final Duration REST_OF_THE_SECOND = Duration.ofMillis(999);

    final long id;
    final int size;
    private final String dateText;
    private final Instant recordedAt;
    private final Instant recordedBy;
    private final long firstSeen;

    /** The number of the reading that showed this row last. */
    long seenIn;
    boolean taken;
    boolean done;
    boolean settled;
    /** Whether an acknowledgement of this row was sent, so that its absence is our own doing. */
    boolean acknowledging;

    LedgerEntry(Bitrix24ImEvent event, long firstSeen) {
        this.id = event.getId();
        this.size = event.getSize();
        this.dateText = event.getDateText();
        OffsetDateTime date = event.getDate();
        this.recordedAt = date == null ? null : date.toInstant();
        this.recordedBy = latestInstant(recordedAt);
        this.firstSeen = firstSeen;
    }

    QueuedEvent queued() {
        return new QueuedEvent(id, recordedAt, firstSeen);
    }

    boolean isSameRow(Bitrix24ImEvent event) {
        return Objects.equals(dateText, event.getDateText());
    }

    /**
     * Whether every lower id that was given away before this row was recorded must be visible in a reading. The
     * portal's clock tells; where it does not help, being absent, behind, or another node's, the time since the row was
     * first seen does.
     */
    boolean isSettledIn(Reading reading, Duration settleTime) {
        if (settleTime.isZero()) {
            return true;
        }
        boolean byPortalClock = reading.portalTime() != null && recordedBy != null
                && !recordedBy.plus(settleTime).isAfter(reading.portalTime());
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

    /** The portal writes whole seconds: the row may be as young as the end of its second. */
    private static Instant latestInstant(Instant date) {
        return date == null || date.getNano() > 0 ? date : date.plus(REST_OF_THE_SECOND);
    }
}
