package io.github.camelbitrix24.im.bench.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;

/**
 * Events that were recorded minutes ago, with gaps between their ids, written one behind the other, so that any page of
 * them is one stretch of bytes.
 */
public final class EventStock {

    private static final int CHATS = 200;
    private static final int PEOPLE = 40;
    private static final Duration AGE = Duration.ofMinutes(10);

    private final byte[] bytes;
    private final long[] ids;
    /** Where each event starts, and where the next would; between two stands a comma. */
    private final int[] starts;

    private EventStock(byte[] bytes, long[] ids, int[] starts) {
        this.bytes = bytes;
        this.ids = ids;
        this.starts = starts;
    }

    /** The same arguments give the same events, but for their dates. */
    public static EventStock of(int events, double skew, long seed) {
        Random random = new Random(seed);
        EventText text = new EventText(random);
        Zipf chats = new Zipf(CHATS, skew);
        OffsetDateTime when = OffsetDateTime.now(ZoneOffset.ofHours(3)).truncatedTo(ChronoUnit.SECONDS).minus(AGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, events * 2000));
        long[] ids = new long[events];
        int[] starts = new int[events + 1];
        long id = 918273;
        for (int i = 0; i < events; i++) {
            id += random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 1;
            ids[i] = id;
            when = when.plusNanos(AGE.toNanos() / 2 / events);
            out.writeBytes(text.write(id, chats.next(random), 10 + random.nextInt(PEOPLE), when.truncatedTo(ChronoUnit.SECONDS))
                    .getBytes(StandardCharsets.UTF_8));
            out.write(',');
            starts[i + 1] = out.size();
        }
        return new EventStock(out.toByteArray(), ids, starts);
    }

    public int size() {
        return ids.length;
    }

    public long id(int index) {
        return ids[index];
    }

    /** The first event with an id that is not below the offset. */
    int indexOf(long offset) {
        int found = Arrays.binarySearch(ids, offset);
        return found >= 0 ? found : -found - 1;
    }

    Page page(int from, int to, long rawOffset, boolean hasMore) {
        long nextOffset = from == to ? rawOffset : Math.max(rawOffset, ids[to - 1] + 1);
        int length = from == to ? 0 : starts[to] - 1 - starts[from];
        return new Page(bytes, starts[from], length, nextOffset, hasMore);
    }

    /** A page as a portal would answer with it, to be read without a server. */
    public byte[] answer(int from, int to) {
        return Answers.of(page(from, to, 1, true));
    }

    public int bytesPerEvent() {
        return bytes.length / Math.max(1, ids.length);
    }
}
