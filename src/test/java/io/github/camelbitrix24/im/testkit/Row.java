package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One row of the event log, rendered when it is recorded; recipients of one event share its data. */
final class Row implements WireJson.Fragment {

    final long id;
    final long userId;
    final Instant recordedAt;
    private final byte[] head;
    private final byte[] data;
    private boolean served;

    Row(long id, long userId, String type, Instant recordedAt, String date, byte[] data) {
        this.id = id;
        this.userId = userId;
        this.recordedAt = recordedAt;
        this.head = ("{\"eventId\":" + id + ",\"type\":" + WireJson.text(type) + ",\"date\":" + WireJson.text(date)
                     + ",\"data\":")
                .getBytes(StandardCharsets.UTF_8);
        this.data = data;
    }

    void serve() {
        served = true;
    }

    boolean wasServed() {
        return served;
    }

    @Override
    public void appendTo(ByteArrayOutputStream out) {
        out.writeBytes(head);
        out.writeBytes(data);
        out.write('}');
    }
}
