package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One row of the event log, rendered when it is recorded; recipients of one event share its data. */
final class Row implements WireJson.Fragment {

    final long id;
    final long userId;
    final Instant recordedAt;
    final String type;
    private final byte[] head;
    private final byte[] data;
    private Instant fetchedAt;
    private Instant askedAgainAt;
    private Instant acknowledgedAt;
    private EventTrace.Stage end;
    private boolean visible;

    Row(long id, long userId, String type, Instant recordedAt, String date, byte[] data) {
        this.id = id;
        this.userId = userId;
        this.type = type;
        this.recordedAt = recordedAt;
        this.head = ("{\"eventId\":" + id + ",\"type\":" + WireJson.text(type) + ",\"date\":" + WireJson.text(date)
                     + ",\"data\":")
                .getBytes(StandardCharsets.UTF_8);
        this.data = data;
    }

    void show() {
        visible = true;
    }

    void serve(Instant now) {
        if (fetchedAt == null) {
            fetchedAt = now;
        } else if (askedAgainAt == null) {
            askedAgainAt = now;
        }
    }

    boolean wasServed() {
        return fetchedAt != null;
    }

    void acknowledge(Instant now) {
        acknowledgedAt = now;
        end = wasServed() ? EventTrace.Stage.ACKNOWLEDGED : EventTrace.Stage.LOST;
    }

    void purge() {
        end = EventTrace.Stage.PURGED;
    }

    EventTrace trace() {
        return new EventTrace(
                id, type, stage(), recordedAt, fetchedAt, askedAgainAt, acknowledgedAt,
                new String(data, StandardCharsets.UTF_8));
    }

    private EventTrace.Stage stage() {
        if (end != null) {
            return end;
        }
        if (!visible) {
            return EventTrace.Stage.LATE;
        }
        if (fetchedAt == null) {
            return EventTrace.Stage.RECORDED;
        }
        return askedAgainAt == null ? EventTrace.Stage.FETCHED : EventTrace.Stage.HANDED_OVER;
    }

    @Override
    public void appendTo(ByteArrayOutputStream out) {
        out.writeBytes(head);
        out.writeBytes(data);
        out.write('}');
    }
}
