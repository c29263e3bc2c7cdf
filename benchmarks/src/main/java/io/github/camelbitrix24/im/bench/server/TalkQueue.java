package io.github.camelbitrix24.im.bench.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** A queue in which an event is recorded at every beat, from the moment on that the talk begins. */
final class TalkQueue implements UserQueue {

    private static final long FIRST_ID = 5_000;

    private final Talk talk;
    private final long phaseMillis;
    private final EventText text = new EventText(new Random(1));
    private long acknowledged;

    /**
     * @param user decides when within a beat the events come, so that not all users hear of theirs at once
     */
    TalkQueue(Talk talk, long user) {
        this.talk = talk;
        this.phaseMillis = Math.floorMod(user * 7919, talk.beatMillis());
    }

    @Override
    public synchronized Page get(long offset, int limit) {
        acknowledged = Math.max(acknowledged, offset);
        long from = Math.max(FIRST_ID, acknowledged);
        long to = Math.min(FIRST_ID + recorded(), from + limit);
        if (to <= from) {
            return Page.empty(offset);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long id = from; id < to; id++) {
            out.writeBytes((id == from ? "" : ",").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(text.write(id, 5, 12, when(id)).getBytes(StandardCharsets.UTF_8));
        }
        return new Page(out.toByteArray(), 0, out.size(), Math.max(offset, to), to - from >= limit);
    }

    private OffsetDateTime when(long id) {
        long millis = talk.begunAtMillis() + phaseMillis + (id - FIRST_ID) * talk.beatMillis();
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    }

    long recorded() {
        long since = talk.millis() - phaseMillis;
        return since < 0 ? 0 : since / talk.beatMillis() + 1;
    }

    @Override
    public synchronized long acknowledged() {
        return acknowledged;
    }
}
